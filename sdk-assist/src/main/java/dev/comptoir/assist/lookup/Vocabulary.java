package dev.comptoir.assist.lookup;

import dev.comptoir.assist.understand.TextNormalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All phrases that questions of one kind are made of, folded. A question with any other word is of another kind.
 *
 * @param <C> what a phrase may contribute
 */
final class Vocabulary<C extends Enum<C>> {
    /** Longer questions are none of ours. */
    static final int MAX_LENGTH = 400;

    private static final int MAX_WORDS = 8;
    private static final String COMMON =
            "bonjour, bonsoir, salut, coucou, hello, hi, hey, merci, merci d avance, merci beaucoup, svp, stp, s il vous plait,"
                    + " s il te plait, madame, monsieur, cordialement, bonne journee, please, thanks, thank you, many thanks, hi there,"
                    + " hello there, good morning, good afternoon, good evening, thanks in advance, je voudrais savoir,"
                    + " je souhaite savoir, je souhaiterais savoir, j aimerais savoir, je voulais savoir, je veux savoir,"
                    + " pouvez vous me dire, pourriez vous me dire, peux tu me dire, pouvez vous m indiquer,"
                    + " pourriez vous m indiquer, savez vous, dites moi, est ce que, est ce qu, si, s, et, alors, donc, une question,"
                    + " petite question, j ai une question, can you tell me, could you tell me, could you please tell me,"
                    + " can you please tell me, please tell me, i would like to know, i d like to know, i was wondering,"
                    + " i was wondering if, wondering if, just wondering if, do you know, do you know if, if, and, so";
    private static final Pattern BLANK = Pattern.compile(" ");

    private final Class<C> type;
    private final Map<String, Optional<C>> phrases = new HashMap<>();

    Vocabulary(Class<C> type, String fillers) {
        this.type = type;
        put(Optional.empty(), COMMON);
        put(Optional.empty(), fillers);
    }

    /** Phrases separated by commas that contribute something. */
    Vocabulary<C> with(C contribution, String texts) {
        put(Optional.of(contribution), texts);
        return this;
    }

    private void put(Optional<C> contribution, String texts) {
        for (String phrase : texts.split(", ", -1)) {
            phrases.put(phrase.strip(), contribution);
        }
    }

    /** What the words contribute together; empty where one of them is unknown. */
    Optional<Set<C>> read(List<String> words) {
        Set<C> found = EnumSet.noneOf(type);
        int i = 0;
        while (i < words.size()) {
            int length = Math.min(MAX_WORDS, words.size() - i);
            Optional<C> contribution = phrases.get(phrase(words, i, length));
            while (contribution == null) {
                if (--length == 0) {
                    return Optional.empty();
                }
                contribution = phrases.get(phrase(words, i, length));
            }
            contribution.ifPresent(found::add);
            i += length;
        }
        return Optional.of(found);
    }

    private static String phrase(List<String> words, int start, int length) {
        return String.join(" ", words.subList(start, start + length));
    }

    static List<String> words(String text) {
        String folded = TextNormalizer.fold(text);
        return folded.isEmpty() ? List.of() : List.of(BLANK.split(folded, -1));
    }
}
