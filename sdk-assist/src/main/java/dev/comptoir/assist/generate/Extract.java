package dev.comptoir.assist.generate;

import dev.comptoir.assist.route.Found;
import dev.comptoir.assist.understand.Sentences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of a reply in the merchant's own words. Pure functions. */
final class Extract {
    static final int MAX_ANSWER = 4_000;

    private Extract() {}

    /** The answers of the entries found; with several, each under its entry's question. An entry found twice stands once. */
    static String body(List<Found> found) {
        Map<String, Found> byEntry = new LinkedHashMap<>();
        found.forEach(f -> byEntry.putIfAbsent(f.id(), f));
        StringBuilder body = new StringBuilder();
        for (Found f : byEntry.values()) {
            body.append(body.isEmpty() ? "" : "\n\n");
            if (byEntry.size() > 1) {
                body.append(f.title()).append('\n');
            }
            body.append(shortened(f.text()));
        }
        return body.toString();
    }

    /** Whole sentences from the beginning, as many as fit. */
    private static String shortened(String answer) {
        if (answer.length() <= MAX_ANSWER) {
            return answer;
        }
        int end = 0;
        for (String sentence : Sentences.of(answer)) {
            int next = answer.indexOf(sentence, end) + sentence.length();
            if (next > MAX_ANSWER) {
                break;
            }
            end = next;
        }
        int hard = Character.isHighSurrogate(answer.charAt(MAX_ANSWER - 1)) ? MAX_ANSWER - 1 : MAX_ANSWER;
        return (end > 0 ? answer.substring(0, end) : answer.substring(0, hard)) + "\n[...]";
    }
}
