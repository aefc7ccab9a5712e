package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.understand.TextNormalizer;
import java.util.HashMap;
import java.util.Map;

/** Makes ids of what has none: the file and the question's words, numbered where a question repeats. Not thread-safe. */
final class Slugs {
    private static final int MAX_FILE = 300;

    private final String file;
    private final Map<String, Integer> times = new HashMap<>();

    Slugs(String file) {
        this.file = file.length() <= MAX_FILE ? file : file.substring(file.length() - MAX_FILE);
    }

    String id(String question) {
        String words = TextNormalizer.fold(question).replace(' ', '-');
        String slug = words.substring(0, Math.min(words.length(), 80));
        int time = times.merge(slug, 1, Integer::sum);
        return file + "#" + slug + (time == 1 ? "" : "-" + time);
    }
}
