package dev.comptoir.assist.certify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.assist.understand.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Assessments and verdicts as attributes of an event, and as JSON. Pure functions. */
final class ReviewText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_JSON = 100_000;
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private ReviewText() {}

    static SortedMap<String, String> attributes(Assessment a) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("decision", name(a.decision()));
        attributes.put("source", a.source());
        attributes.put("score", Double.toString(a.score()));
        attributes.put("base-score", Double.toString(a.baseScore()));
        attributes.put("features", a.features().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        attributes.put("language", a.language().code());
        attributes.put("channel", a.channel());
        attributes.put(
                "evidence",
                String.join(
                        "\n",
                        a.evidence().stream().map(id -> id.replace('\n', ' ')).toList()));
        attributes.put("score-version", a.scoreVersion());
        attributes.put("knowledge-version", a.knowledgeVersion());
        return attributes;
    }

    static void add(SortedMap<String, String> attributes, Verdict verdict) {
        attributes.put("action", name(verdict.action()));
        attributes.put("correct", String.valueOf(verdict.correct()));
    }

    static Assessment assessment(Map<String, String> attributes) {
        String evidence = text(attributes, "evidence");
        return new Assessment(
                Decision.valueOf(text(attributes, "decision").toUpperCase(Locale.ROOT)),
                text(attributes, "source"),
                Double.parseDouble(text(attributes, "score")),
                Double.parseDouble(text(attributes, "base-score")),
                numbers(text(attributes, "features")),
                Language.ofCode(text(attributes, "language"))
                        .orElseThrow(() -> new IllegalArgumentException("The language of a review is unknown.")),
                text(attributes, "channel"),
                evidence.isEmpty() ? List.of() : List.of(evidence.split("\n", -1)),
                text(attributes, "score-version"),
                text(attributes, "knowledge-version"));
    }

    static boolean correct(Map<String, String> attributes) {
        return Boolean.parseBoolean(text(attributes, "correct"));
    }

    private static List<Double> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
    }

    private static String text(Map<String, String> attributes, String name) {
        String text = attributes.get(name);
        if (text == null) {
            throw new IllegalArgumentException("A review has no " + name + ".");
        }
        return text;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String write(SortedMap<String, String> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An assessment cannot be written.", e);
        }
    }

    static Map<String, String> read(String json) {
        if (json.length() > MAX_JSON) {
            throw new IllegalArgumentException(
                    "The assessment has " + json.length() + " characters; at most " + MAX_JSON + " are read.");
        }
        try {
            Map<String, String> read = JSON.readValue(json, TEXTS);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // Below, without the text that the cause quotes.
        }
        throw new IllegalArgumentException("The text is no assessment in JSON.");
    }
}
