package dev.comptoir.assist.knowledge.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Questions that a page states for search engines: schema.org's FAQPage as JSON-LD. Broken scripts are passed over. */
final class StructuredQuestions {
    private static final int MAX_NESTING = 64;
    private static final int MAX_SCRIPT = 4 << 20;

    private StructuredQuestions() {}

    /** The questions in the order of the page. */
    static List<Asked> inScripts(Document page) {
        ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .maxStringLength(MAX_SCRIPT)
                        .maxNumberLength(100)
                        .build())
                .build());
        List<Asked> asked = new ArrayList<>();
        for (Element script : page.select("script[type=application/ld+json]")) {
            String data = script.data();
            int line = script.sourceRange().isTracked()
                    ? script.sourceRange().start().lineNumber()
                    : 0;
            if (data.length() <= MAX_SCRIPT) {
                read(json, data, line, asked);
            }
        }
        return asked;
    }

    private static void read(ObjectMapper json, String data, int line, List<Asked> asked) {
        JsonNode node;
        try {
            node = json.readTree(data);
        } catch (JsonProcessingException e) {
            // The page says the same in its text, as search engines demand.
            return;
        }
        collect(node, line, asked);
    }

    /** Recursion is as deep as the JSON, which is bounded. */
    private static void collect(JsonNode node, int line, List<Asked> asked) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, line, asked));
        } else if (node.isObject()) {
            JsonNode answer = node.path("acceptedAnswer");
            JsonNode text = (answer.isArray() ? answer.path(0) : answer).path("text");
            if (isQuestion(node.path("@type")) && node.path("name").isTextual() && text.isTextual()) {
                String question = Parser.unescapeEntities(node.path("name").textValue(), false);
                asked.add(new Asked(line, question.strip(), text.textValue()));
            } else {
                node.forEach(child -> collect(child, line, asked));
            }
        }
    }

    private static boolean isQuestion(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isQuestion(one)) {
                    return true;
                }
            }
        }
        return type.asText().endsWith("Question");
    }

    /**
     * One question.
     *
     * @param line of the script
     * @param answer as HTML
     */
    record Asked(int line, String question, String answer) {}
}
