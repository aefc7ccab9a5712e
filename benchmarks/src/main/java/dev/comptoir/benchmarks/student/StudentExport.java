package dev.comptoir.benchmarks.student;

import dev.comptoir.assist.embed.StudentWeights;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes a file's weights of trained rows: folds parts into words, keeps the rows that say most, rounds. */
final class StudentExport {
    /** A third of the rows at most for pairs, a fifth for parts: words say most, parts only speak for unknown words. */
    private static final double PAIRS = 0.30;

    private static final double GRAMS = 0.22;

    private StudentExport() {}

    static StudentWeights weights(Vocabulary vocabulary, float[][] rows, int limit, float unknown, String provenance) {
        float[][] folded = rows.clone();
        for (int word = 0; word < vocabulary.words(); word++) {
            folded[word] = rows[word].clone();
            int[] grams = vocabulary.gramsOf(word);
            for (int gram : grams) {
                Vectors.add(folded[word], 1f / grams.length, rows[gram]);
            }
        }
        int pairs = (int) (limit * PAIRS);
        int grams = (int) (limit * GRAMS);
        List<Integer> keptPairs = best(vocabulary, folded, vocabulary.words(), vocabulary.wordsAndPairs(), pairs);
        List<Integer> keptGrams = best(vocabulary, folded, vocabulary.wordsAndPairs(), vocabulary.size(), grams);
        int left = limit - keptPairs.size() - keptGrams.size();
        List<Integer> keptWords = best(vocabulary, folded, 0, vocabulary.words(), left);
        Map<Integer, Integer> byName = new TreeMap<>(Integer::compareUnsigned);
        for (List<Integer> kept : List.of(keptWords, keptPairs, keptGrams)) {
            kept.forEach(number -> byName.putIfAbsent(vocabulary.name(number), number));
        }
        double length = keptWords.stream()
                .mapToDouble(word -> Math.sqrt(Vectors.dot(folded[word], folded[word])))
                .sorted()
                .skip(keptWords.size() / 2)
                .findFirst()
                .orElse(1);
        int[] names = new int[byName.size()];
        float[][] kept = new float[names.length][];
        int at = 0;
        for (Map.Entry<Integer, Integer> entry : byName.entrySet()) {
            names[at] = entry.getKey();
            kept[at] = folded[entry.getValue()].clone();
            for (int i = 0; i < kept[at].length; i++) {
                kept[at][i] /= (float) length;
            }
            at++;
        }
        return StudentWeights.quantized(names, kept, unknown, provenance);
    }

    /** The rows that move most texts most: squared length times the number of uses. */
    private static List<Integer> best(Vocabulary vocabulary, float[][] rows, int from, int to, int limit) {
        return IntStream.range(from, to)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                row -> -(double) Vectors.dot(rows[row], rows[row]) * vocabulary.count(row))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
    }
}
