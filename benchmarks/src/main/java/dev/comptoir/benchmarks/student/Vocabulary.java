package dev.comptoir.benchmarks.student;

import dev.comptoir.assist.embed.Features;
import dev.comptoir.assist.embed.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words, pairs of words and parts of words of the training texts, numbered in the order of their first use. */
final class Vocabulary {
    /** A part of fewer words than this says nothing that the words do not. */
    private static final int MIN_WORDS_OF_GRAM = 3;

    private static final int MIN_PAIR = 3;

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<Integer, Integer> pairs = new HashMap<>();
    private final Map<Integer, Integer> grams = new HashMap<>();
    private final List<Integer> names = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final List<int[]> gramsOfWord = new ArrayList<>();
    private final int wordCount;
    private final int pairCount;

    Vocabulary(Iterable<String> texts) {
        Map<String, Integer> wordCounts = new LinkedHashMap<>();
        Map<Integer, Integer> pairCounts = new LinkedHashMap<>();
        for (String text : texts) {
            String previous = "";
            for (String word : Words.of(text)) {
                wordCounts.merge(word, 1, Integer::sum);
                if (!previous.isEmpty()) {
                    pairCounts.merge(Features.pair(previous, word), 1, Integer::sum);
                }
                previous = word;
            }
        }
        Map<Integer, Integer> gramCounts = new LinkedHashMap<>();
        for (String word : wordCounts.keySet()) {
            for (int gram : Arrays.stream(Features.grams(word)).distinct().toArray()) {
                gramCounts.merge(gram, 1, Integer::sum);
            }
        }
        wordCounts.forEach((word, count) -> words.put(word, number(Features.word(word), count)));
        wordCount = names.size();
        pairCounts.forEach((pair, count) -> {
            if (count >= MIN_PAIR) {
                pairs.put(pair, number(pair, count));
            }
        });
        pairCount = names.size() - wordCount;
        gramCounts.forEach((gram, count) -> {
            if (count >= MIN_WORDS_OF_GRAM) {
                grams.put(gram, number(gram, count));
            }
        });
        for (String word : wordCounts.keySet()) {
            gramsOfWord.add(Arrays.stream(Features.grams(word))
                    .filter(grams::containsKey)
                    .map(grams::get)
                    .toArray());
        }
    }

    private int number(int name, int count) {
        names.add(name);
        counts.add(count);
        return names.size() - 1;
    }

    int size() {
        return names.size();
    }

    /** Words have the numbers below this. */
    int words() {
        return wordCount;
    }

    /** Pairs have the numbers from {@link #words()} to below this. */
    int wordsAndPairs() {
        return wordCount + pairCount;
    }

    int name(int number) {
        return names.get(number);
    }

    int count(int number) {
        return counts.get(number);
    }

    int[] gramsOf(int word) {
        return gramsOfWord.get(word);
    }

    /** The numbers of a text's words. */
    int[] wordsOf(String text) {
        return Words.of(text).stream().mapToInt(words::get).toArray();
    }

    /** The numbers of a text's pairs of neighbours that have one. */
    int[] pairsOf(String text) {
        List<String> all = Words.of(text);
        int[] numbers = new int[Math.max(0, all.size() - 1)];
        int count = 0;
        for (int i = 1; i < all.size(); i++) {
            Integer pair = pairs.get(Features.pair(all.get(i - 1), all.get(i)));
            if (pair != null) {
                numbers[count++] = pair;
            }
        }
        return Arrays.copyOf(numbers, count);
    }
}
