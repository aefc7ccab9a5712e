package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats that are read, by the ends of names. */
enum FileFormat {
    JSON_LINES("jsonl"),
    MARKDOWN("md;markdown"),
    PLAIN_TEXT("txt"),
    TABLE("csv;tsv"),
    HTML("html;htm;xhtml"),
    PDF("pdf");

    private static final String QUERIES = "queries.csv";

    private final String extensions;

    FileFormat(String extensions) {
        this.extensions = extensions;
    }

    /** The format of a file; empty where its name says none of them, and for labelled queries, which are no knowledge. */
    static Optional<FileFormat> of(String name) {
        if (name.equals(QUERIES) || name.endsWith("/" + QUERIES)) {
            return Optional.empty();
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> List.of(format.extensions.split(";", -1)).contains(extension))
                .findFirst();
    }

    /** Reads a file; whatever it holds ends as entries or in the report. */
    void read(byte[] bytes, Collector collector) {
        if (bytes.length == 0) {
            collector.reject(0, Rule.EMPTY, "The file is empty.");
            return;
        }
        Language language = language(collector.file());
        switch (this) {
            case JSON_LINES -> new JsonLinesReader(language, collector).read(bytes);
            case HTML -> new HtmlReader(language, collector).read(bytes);
            case PDF -> new PdfReader(language, collector).read(bytes);
            case TABLE -> {
                String text = Charsets.ofTable(bytes);
                if (text == null) {
                    notUtf8(collector);
                } else {
                    new TableReader(language, collector).read(text);
                }
            }
            case MARKDOWN, PLAIN_TEXT -> {
                String text = Charsets.utf8(bytes, 0, bytes.length);
                if (text == null) {
                    notUtf8(collector);
                } else if (this == MARKDOWN) {
                    new MarkdownReader(language, collector).read(text);
                } else {
                    new PlainTextReader(language, collector).read(text);
                }
            }
        }
    }

    static void notUtf8(Collector collector) {
        collector.reject(0, Rule.NOT_UTF_8, "The file is not UTF-8. Maybe save it again as UTF-8?");
    }

    /** {@code faq.fr.md}, {@code fr/faq.md}, {@code fr.md}: the language that the name gives. */
    private static @Nullable Language language(String name) {
        List<String> parts = Arrays.asList(name.split("[/.]", -1));
        // The last part is the extension.
        for (int i = parts.size() - 2; i >= 0; i--) {
            Language language = Language.ofCode(parts.get(i)).orElse(null);
            if (language != null) {
                return language;
            }
        }
        return null;
    }
}
