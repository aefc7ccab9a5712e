package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A page: what is marked up as questions and answers (schema.org, {@code dl}, {@code details}), then the rest under its headings.
 * What is there for machines and for finding one's way is dropped.
 */
final class HtmlReader {
    /*
     * The order matters: what is marked as a question is taken out of the page before its text is read as sections. The same
     * question often stands both in JSON-LD and on the page; the first is kept, without a word in the report.
     */
    static final int MAX_BYTES = 16 << 20;
    private static final int MAX_DEPTH = 256;
    private static final int MAX_QUESTION = 1_000;
    private static final String DROPPED =
            "script, style, noscript, template, nav, aside, iframe, object, svg, canvas, form,"
                    + " button, select, body > footer, [role=navigation], [role=search], [aria-hidden=true], [hidden],"
                    + " [style~=(?i)display\\s{0,5}:\\s{0,5}none]";

    private final @Nullable Language language;
    private final Collector collector;
    private final Slugs slugs;
    private final Set<String> asked = new HashSet<>();

    HtmlReader(@Nullable Language language, Collector collector) {
        this.language = language;
        this.collector = collector;
        this.slugs = new Slugs(collector.file());
    }

    void read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            collector.reject(0, Rule.TOO_LONG, "A page may have " + MAX_BYTES + " bytes.");
            return;
        }
        Document page = parse(bytes);
        if (page == null) {
            FileFormat.notUtf8(collector);
            return;
        }
        Language own = language != null
                ? language
                : FieldValues.language(page.select("html").attr("lang").replaceAll("-.*", ""))
                        .orElse(null);
        for (StructuredQuestions.Asked found : StructuredQuestions.inScripts(page)) {
            add(found.line(), found.question(), HtmlBlocks.text(Jsoup.parseBodyFragment(found.answer())), "", own);
        }
        page.select(DROPPED).remove();
        readMicrodata(page, own);
        readLists(page, own);
        readDetails(page, own);
        readSections(page, own);
    }

    /** Null where the page says no encoding and is not UTF-8. */
    private static @Nullable Document parse(byte[] bytes) {
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH);
        try {
            String text = Charsets.utf8(bytes, 0, bytes.length);
            if (text != null) {
                return Jsoup.parse(text, "", parser);
            }
            // The encoding stands among the first bytes, as browsers expect it.
            String start = new String(bytes, 0, Math.min(bytes.length, 4_096), StandardCharsets.US_ASCII);
            return Charsets.hasUtf16Mark(bytes)
                            || start.toLowerCase(Locale.ROOT).contains("charset")
                    ? Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser)
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private void readMicrodata(Document page, @Nullable Language own) {
        for (Element item : page.select("[itemtype~=(?i)schema\\.org/Question]")) {
            Element name = item.selectFirst("[itemprop=name]");
            Element answer = item.selectFirst("[itemprop=acceptedAnswer]");
            if (name != null && answer != null) {
                Element text = answer.selectFirst("[itemprop=text]");
                add(line(item), HtmlBlocks.line(name), HtmlBlocks.text(text == null ? answer : text), "", own);
                item.remove();
            }
        }
    }

    private void readLists(Document page, @Nullable Language own) {
        for (Element list : page.select("dl")) {
            Element term = null;
            StringBuilder answer = new StringBuilder();
            for (Element part : list.select("dt, dd")) {
                if (!list.equals(part.closest("dl"))) {
                    continue;
                }
                if (part.normalName().equals("dt")) {
                    addTerm(term, answer, own);
                    term = part;
                    answer.setLength(0);
                } else {
                    answer.append(HtmlBlocks.text(part)).append('\n');
                }
            }
            addTerm(term, answer, own);
        }
        page.select("dl").remove();
    }

    private void addTerm(@Nullable Element term, StringBuilder answer, @Nullable Language own) {
        if (term != null) {
            add(line(term), HtmlBlocks.line(term), answer.toString().strip(), "", own);
        }
    }

    /** The inner ones first, so that an outer one keeps only what is its own. */
    private void readDetails(Document page, @Nullable Language own) {
        List<Element> details = new ArrayList<>(page.select("details"));
        Collections.reverse(details);
        List<Runnable> inOrder = new ArrayList<>();
        for (Element detail : details) {
            Element summary = detail.selectFirst("> summary");
            boolean outer = detail.selectFirst("details") != null;
            String question = summary == null ? "" : HtmlBlocks.line(summary);
            int line = line(detail);
            if (summary != null) {
                summary.remove();
            }
            String answer = HtmlBlocks.text(detail);
            detail.remove();
            if (!answer.isEmpty() || !outer) {
                inOrder.add(() -> add(line, question, answer, "", own));
            }
        }
        Collections.reverse(inOrder);
        inOrder.forEach(Runnable::run);
    }

    private void readSections(Document page, @Nullable Language own) {
        Element main =
                page.select("main, [role=main]").size() == 1 ? page.selectFirst("main, [role=main]") : page.body();
        Sections sections = HtmlBlocks.sections(main == null ? page : main);
        if (sections.hasHeadings()) {
            sections.collect(collector, slugs, own, page.title().strip());
        } else if (asked.isEmpty() || TextNormalizer.hasWords(sections.body())) {
            new PlainTextReader(own, collector).read(sections.body());
        }
    }

    private void add(int line, String question, String answer, String theme, @Nullable Language own) {
        String folded = TextNormalizer.fold(question);
        if (folded.isEmpty() || asked.add(folded)) {
            String bounded = question.length() <= MAX_QUESTION + 1 ? question : question.substring(0, MAX_QUESTION + 1);
            collector.add(line, Draft.of(slugs.id(bounded), question, theme, answer, own));
        }
    }

    private static int line(Element element) {
        return element.sourceRange().isTracked()
                ? Math.max(0, element.sourceRange().start().lineNumber())
                : 0;
    }
}
