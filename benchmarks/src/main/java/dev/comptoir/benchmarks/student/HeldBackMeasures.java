package dev.comptoir.benchmarks.student;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a student makes of translated texts it did not see.
 *
 * @param texts how many
 * @param frenchToEnglish share of French texts whose translation is the nearest of all English ones
 * @param englishToFrench the other way round
 * @param fidelity Spearman's correlation of the student's cosines of two French texts with the teachers' of their
 *     translations, over each text's five nearest and five others
 */
record HeldBackMeasures(int texts, double frenchToEnglish, double englishToFrench, double fidelity) {
    private static final int MOST = 1_500;
    private static final int NEAR = 5;

    static HeldBackMeasures of(List<Pair> pairs, Function<String, float[]> target, EmbeddingModel student) {
        List<Pair> read = pairs.subList(0, Math.min(MOST, pairs.size()));
        List<float[]> targets = new ArrayList<>();
        List<float[]> english = new ArrayList<>();
        List<float[]> french = new ArrayList<>();
        for (Pair pair : read) {
            targets.add(target.apply(pair.english()));
            english.add(student.embed(pair.english()).content().vector());
            french.add(student.embed(pair.french()).content().vector());
        }
        List<double[]> both = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            float[] own = targets.get(i);
            int self = i;
            List<Integer> near = IntStream.range(0, read.size())
                    .filter(j -> j != self)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> -Vectors.dot(own, targets.get(j))))
                    .limit(NEAR)
                    .toList();
            for (int k = 0; k < NEAR; k++) {
                both.add(cosines(i, near.get(k), targets, french));
                both.add(cosines(i, (i + 1 + k * 97) % read.size(), targets, french));
            }
        }
        double fidelity = Correlation.spearman(
                both.stream().mapToDouble(pair -> pair[0]).toArray(),
                both.stream().mapToDouble(pair -> pair[1]).toArray());
        return new HeldBackMeasures(read.size(), found(french, english), found(english, french), fidelity);
    }

    private static double[] cosines(int i, int j, List<float[]> targets, List<float[]> french) {
        return new double[] {Vectors.dot(targets.get(i), targets.get(j)), Vectors.dot(french.get(i), french.get(j))};
    }

    private static double found(List<float[]> questions, List<float[]> entries) {
        int found = 0;
        for (int i = 0; i < questions.size(); i++) {
            float own = Vectors.dot(questions.get(i), entries.get(i));
            float[] question = questions.get(i);
            found += entries.stream().noneMatch(entry -> Vectors.dot(question, entry) > own) ? 1 : 0;
        }
        return (double) found / Math.max(1, questions.size());
    }
}
