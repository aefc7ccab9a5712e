package dev.comptoir.assist.route;

import dev.comptoir.assist.route.Clarification.Option;
import dev.comptoir.assist.understand.TextNormalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which of a few options an answer means. Immutable; linear in the length of the answer, which is bounded. */
final class Choice {
    private static final int MAX_ANSWER = 1_000;
    private static final int SHORT = 6;
    private static final int LEAST_STEM = 4;
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("1", 1),
            Map.entry("2", 2),
            Map.entry("3", 3),
            Map.entry("un", 1),
            Map.entry("deux", 2),
            Map.entry("trois", 3),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("premier", 1),
            Map.entry("premiere", 1),
            Map.entry("1er", 1),
            Map.entry("1ere", 1),
            Map.entry("deuxieme", 2),
            Map.entry("second", 2),
            Map.entry("seconde", 2),
            Map.entry("2e", 2),
            Map.entry("2eme", 2),
            Map.entry("troisieme", 3),
            Map.entry("3e", 3),
            Map.entry("3eme", 3),
            Map.entry("first", 1),
            Map.entry("1st", 1),
            Map.entry("2nd", 2),
            Map.entry("third", 3),
            Map.entry("3rd", 3));
    private static final Set<String> LAST = Set.of("dernier", "derniere", "last");
    private static final Set<String> SEVERAL = Set.of("les", "both", "tous", "toutes", "all");
    /** Parts of speech that look like numbers beside a noun. */
    private static final Set<String> ARTICLES = Set.of("un", "one");

    private final List<Option> options;

    Choice(List<Option> options) {
        this.options = options;
    }

    Optional<Option> of(String answer) {
        if (options.isEmpty() || answer.length() > MAX_ANSWER) {
            return Optional.empty();
        }
        List<String> words = words(answer);
        Set<Integer> byNumber = byNumber(words);
        Set<Integer> byWords = byWords(words);
        if (byWords.size() == 1 && (byNumber.isEmpty() || byNumber.equals(byWords))) {
            return Optional.of(options.get(byWords.iterator().next()));
        }
        return byWords.isEmpty() && byNumber.size() == 1
                ? Optional.of(options.get(byNumber.iterator().next()))
                : Optional.empty();
    }

    /** Numbers count in short answers only: "le 2", not "je voulais deux baguettes pour demain matin". */
    private Set<Integer> byNumber(List<String> words) {
        Set<Integer> places = new TreeSet<>();
        if (words.size() > SHORT || words.stream().anyMatch(SEVERAL::contains)) {
            return places;
        }
        for (String word : words) {
            Integer number = LAST.contains(word) ? Integer.valueOf(options.size()) : NUMBERS.get(word);
            boolean article = ARTICLES.contains(word) && words.size() > 2;
            if (number != null && !article && number <= options.size()) {
                places.add(number - 1);
            }
        }
        return places;
    }

    /** The options that share most words with the answer, of those words that not every option has. */
    private Set<Integer> byWords(List<String> words) {
        List<List<String>> labels =
                options.stream().map(option -> words(option.label())).toList();
        Set<Integer> best = new HashSet<>();
        int most = 0;
        for (int i = 0; i < labels.size(); i++) {
            int shared = 0;
            for (String word : new HashSet<>(words)) {
                boolean everywhere = labels.stream().allMatch(label -> holds(label, word));
                shared += !everywhere && holds(labels.get(i), word) ? 1 : 0;
            }
            if (shared > most) {
                best.clear();
                most = shared;
            }
            if (shared == most && shared > 0) {
                best.add(i);
            }
        }
        return best;
    }

    private static boolean holds(List<String> label, String word) {
        return label.stream().anyMatch(other -> sameStem(other, word));
    }

    /** Equal, or of one beginning: "livraison" and "livrez" share four letters. */
    private static boolean sameStem(String one, String other) {
        if (one.length() < LEAST_STEM || other.length() < LEAST_STEM) {
            return false;
        }
        int shared = 0;
        while (shared < Math.min(one.length(), other.length()) && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= Math.max(LEAST_STEM, Math.min(one.length(), other.length()) - 2);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : TextNormalizer.fold(text).split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
