package dev.comptoir.assist.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a customer feels, and by which words. Immutable.
 *
 * @param polarity the mood
 * @param score from -1 (very negative) to 1 (very positive); the sum of the cues, squeezed
 * @param cues what was found, in the order of the text; holds words of the customer, so it must not be logged
 */
public record Sentiment(Polarity polarity, double score, List<Cue> cues) {
    /*
     * A lexicon with valence shifters (Polanyi, Zaenen, Contextual Valence Shifters, 2006; Hutto, Gilbert, VADER, ICWSM 2014,
     * whose squeeze x / sqrt(x^2 + 15) is used): a negator within three words before, in the same clause, turns a positive word into -0.8 of it and a
     * negative one into -0.4; an intensifier beside it counts 1.4 times, a diminisher 0.6; what stands before "mais" or "but"
     * counts half. Inside a question about a case ("si ...", "en cas de", "what happens if") words count a fifth, and a question
     * without other feeling is no complaint.
     */
    private static final int WINDOW = 3;
    private static final double SQUEEZE = 15;
    private static final double NEUTRAL = 0.2;
    private static final Pattern CLAUSE = Pattern.compile("[,;:()]");
    private static final Set<String> AFTER = Set.of("pas", "plus", "jamais", "guere", "nullement");
    private static final Phrases CASES = Phrases.of("""
            en cas de|en cas d|au cas ou|que (?:faire|se passe t il)|si (?:l|le|la|les|mon|ma|un|une|je|il|elle|jamais)|y a t il (?:un|des)|comment (?:faire|renvoyer|echanger|retourner|signaler)
            in case|what (?:happens|should i do|if)|if (?:the|my|it|an?|i|something)|is there (?:a|an|any)|are there any|how (?:do|can|should) i (?:return|report|exchange)
            """);

    public Sentiment {
        cues = List.copyOf(cues);
    }

    /** The mood. */
    public enum Polarity {
        NEGATIVE,
        NEUTRAL,
        POSITIVE
    }

    /**
     * One word or sign that says something.
     *
     * @param text folded words, or a sign
     * @param weight what it counted here, after negation and emphasis; negative for displeasure
     */
    public record Cue(String text, double weight) {}

    /** Reads a cleaned text. Linear in its length. */
    static Sentiment of(String text) {
        List<Cue> cues = new ArrayList<>();
        for (String sentence : Sentences.of(text)) {
            read(sentence, cues);
        }
        double sum = cues.stream().mapToDouble(Cue::weight).sum();
        double score = sum / Math.sqrt(sum * sum + SQUEEZE);
        Polarity polarity =
                score >= NEUTRAL ? Polarity.POSITIVE : score <= -NEUTRAL ? Polarity.NEGATIVE : Polarity.NEUTRAL;
        return new Sentiment(polarity, score, cues);
    }

    private static void read(String sentence, List<Cue> cues) {
        String folded = TextNormalizer.fold(sentence);
        List<String> words = new ArrayList<>();
        List<Integer> clauses = new ArrayList<>();
        for (String clause : CLAUSE.split(sentence, -1)) {
            int start = words.size();
            for (String word : TextNormalizer.fold(clause).split(" ", -1)) {
                words.add(word);
                clauses.add(start);
            }
        }
        double factor = sentence.endsWith("?") && CASES.in(folded) ? 0.2 : 1;
        int turn = 0;
        for (int i = 0; i < words.size(); i++) {
            turn = SentimentWords.TURNS.contains(words.get(i)) ? i : turn;
        }
        for (int i = 0; i < words.size(); i++) {
            int length = match(words, i);
            if (length > 0) {
                String phrase = String.join("_", words.subList(i, i + length));
                double weight = SentimentWords.WEIGHTS.getOrDefault(phrase, 0.0)
                        * factor
                        * shift(words, i, clauses.get(i), phrase);
                cues.add(new Cue(phrase.replace('_', ' '), i < turn ? weight / 2 : weight));
                i += length - 1;
            }
        }
        sentence.codePoints()
                .filter(c -> c > 0x2000)
                .mapToObj(Character::toString)
                .forEach(sign -> {
                    Double weight = SentimentWords.SIGNS.get(sign);
                    if (weight != null) {
                        cues.add(new Cue(sign, weight));
                    }
                });
    }

    /** How many words the longest phrase that begins here has. */
    private static int match(List<String> words, int from) {
        for (int length = Math.min(SentimentWords.LONGEST_PHRASE + 2, words.size() - from); length > 0; length--) {
            if (SentimentWords.WEIGHTS.containsKey(String.join("_", words.subList(from, from + length)))) {
                return length;
            }
        }
        return 0;
    }

    private static double shift(List<String> words, int at, int clause, String phrase) {
        double shift = 1;
        int next = at + phrase.split("_", -1).length;
        // French denies on both sides: "je ne recommande pas".
        if (next < words.size() && AFTER.contains(words.get(next)) && !phrase.startsWith("merci")) {
            return SentimentWords.WEIGHTS.getOrDefault(phrase, 0.0) > 0 ? -0.8 : -0.4;
        }
        boolean positive = SentimentWords.WEIGHTS.getOrDefault(phrase, 0.0) > 0;
        for (int i = Math.max(clause, at - WINDOW); i < at; i++) {
            if (SentimentWords.NEGATORS.contains(words.get(i))) {
                return positive ? -0.8 : -0.4;
            }
            if (i == at - 1 || i == at - 2) {
                shift *= SentimentWords.INTENSIFIERS.contains(words.get(i)) ? 1.4 : 1;
                shift *= SentimentWords.DIMINISHERS.contains(words.get(i)) ? 0.6 : 1;
            }
        }
        return shift;
    }
}
