package dev.comptoir.assist.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Each part of the training against its definition, or against a slow and simple reference. */
class TrainingPartsTest {
    private static final long SEED = 20_240_607;

    @Test
    void minimumOfRosenbrocksValley() {
        double[] point = {-1.2, 1};
        Lbfgs.minimise(
                (at, gradient) -> {
                    double a = 1 - at[0];
                    double b = at[1] - at[0] * at[0];
                    gradient[0] = -2 * a - 400 * at[0] * b;
                    gradient[1] = 200 * b;
                    return a * a + 100 * b * b;
                },
                point,
                200,
                0);
        assertThat(point).containsExactly(new double[] {1, 1}, within(1e-6));
    }

    /** At the minimum the weights are strength times the sum of rows times what is missing of their labels. */
    @Test
    void denseRegressionEndsWhereItsGradientVanishes() {
        SplittableRandom random = new SplittableRandom(SEED);
        // Neither a multiple of four: the rests of the loops count too.
        int rows = 131;
        int dimension = 7;
        int classes = 5;
        float[] x = new float[rows * dimension];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextInt(classes);
            for (int f = 0; f < dimension; f++) {
                x[i * dimension + f] = (float) (random.nextDouble() - 0.5 + (f == labels[i] ? 0.5 : 0));
            }
        }
        LinearScores fitted = SoftmaxRegression.fit(x, labels, dimension, classes, 10, 500, 0);
        double[][] missing = new double[rows][];
        for (int i = 0; i < rows; i++) {
            missing[i] = naiveProbabilities(x, i * dimension, dimension, fitted, classes);
            missing[i][labels[i]] -= 1;
        }
        for (int k = 0; k < classes; k++) {
            double bias = 0;
            for (int f = 0; f < dimension; f++) {
                double gradient = fitted.weights()[f * classes + k];
                for (int i = 0; i < rows; i++) {
                    gradient += 10 * missing[i][k] * x[i * dimension + f];
                }
                assertThat(gradient).as("seed %d, weight %d of %d", SEED, f, k).isCloseTo(0, within(0.02));
            }
            for (double[] row : missing) {
                bias += row[k];
            }
            assertThat(bias).as("seed %d, bias of %d", SEED, k).isCloseTo(0, within(0.02));
        }
    }

    private static double[] naiveProbabilities(float[] x, int at, int dimension, LinearScores linear, int classes) {
        double[] scores = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            scores[k] = linear.biases()[k];
            for (int f = 0; f < dimension; f++) {
                scores[k] += x[at + f] * linear.weights()[f * classes + k];
            }
            sum += Math.exp(scores[k]);
        }
        for (int k = 0; k < classes; k++) {
            scores[k] = Math.exp(scores[k]) / sum;
        }
        return scores;
    }

    /** The same condition as for dense rows, with a bias that is one more term of value one half. */
    @Test
    void sparseRegressionComesNearToWhereItsGradientVanishes() {
        SplittableRandom random = new SplittableRandom(SEED);
        int features = 30;
        int classes = 4;
        SparseRow[] rows = new SparseRow[60];
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = i % classes;
            int[] chosen = {labels[i], 4 + random.nextInt(6), 10 + random.nextInt(10), 20 + random.nextInt(10)};
            rows[i] = new SparseRow(chosen, new float[] {0.5f, 0.5f, 0.5f, 0.5f});
        }
        LinearScores fitted = SparseRegression.fit(rows, labels, features, classes, 1);
        double[][] target = new double[features][classes];
        for (int i = 0; i < rows.length; i++) {
            float[] scores = fitted.biases().clone();
            SparseRegression.score(rows[i], fitted.weights(), scores);
            double[] logs = ViewScores.logSoftmax(scores);
            for (int k = 0; k < classes; k++) {
                double missing = (k == labels[i] ? 1 : 0) - Math.exp(logs[k]);
                for (int f : rows[i].features()) {
                    target[f][k] += 10 * 0.5 * missing;
                }
            }
        }
        for (int f = 0; f < features; f++) {
            for (int k = 0; k < classes; k++) {
                assertThat((double) fitted.weights()[f * classes + k])
                        .as("seed %d, weight %d of %d", SEED, f, k)
                        .isCloseTo(target[f][k], within(0.05));
            }
        }
    }

    /** Labels drawn from one expert's probabilities to the power of 2; another expert knows nothing. */
    @Test
    void poolFindsTheSharpnessAndLeavesOutWhoKnowsNothing() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Pool.Seen> texts = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            double[] knowing = new double[4];
            double[] guessing = new double[4];
            for (int k = 0; k < 4; k++) {
                knowing[k] = 2 * random.nextDouble();
                guessing[k] = 2 * random.nextDouble();
            }
            double[] truth = Pool.combined(new double[][] {knowing}, new double[] {2});
            double drawn = random.nextDouble();
            int label = 0;
            for (double sum = Math.exp(truth[0]); sum < drawn && label < 3; sum += Math.exp(truth[label])) {
                label++;
            }
            texts.add(new Pool.Seen(new double[][] {knowing, guessing}, label));
        }
        double[] weights = Pool.fit(texts, new double[] {1, 1});
        assertThat(weights[0]).as("seed %d", SEED).isCloseTo(2, within(0.15));
        assertThat(weights[1]).as("seed %d", SEED).isLessThan(0.1);
    }

    @Test
    void whereNobodyWasTriedThePoolIsCautious() {
        assertThat(Pool.fit(List.of(), new double[] {1, 0.5})).containsExactly(0.4, 0.2);
    }

    /** Two normal distributions a distance of 2 apart: the likelihood ratio at x is exp(2x - 2). */
    @Test
    void gateLearnsTheLikelihoodRatioWhateverTheShares() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> belonging = new ArrayList<>();
        List<double[]> strange = new ArrayList<>();
        for (int i = 0; i < 8_000; i++) {
            belonging.add(new double[] {random.nextGaussian(), random.nextGaussian()});
            if (i % 4 == 0) {
                strange.add(new double[] {2 + random.nextGaussian(), random.nextGaussian()});
            }
        }
        Gate gate = Gate.fit(belonging, strange);
        assertThat(gate.evidence(new double[] {1, 0})).as("seed %d", SEED).isCloseTo(0, within(0.15));
        assertThat(gate.evidence(new double[] {2, 0})).as("seed %d", SEED).isCloseTo(2, within(0.25));
        assertThat(gate.evidence(new double[] {0, 3})).as("seed %d", SEED).isCloseTo(-2, within(0.35));
        assertThat(Gate.probability(0, 0.1)).isCloseTo(0.1, within(1e-12));
        assertThat(Gate.none().evidence(new double[0])).isZero();
    }

    @Test
    void neighboursVoteAsWrittenDown() {
        SplittableRandom random = new SplittableRandom(SEED);
        int classes = 12;
        int dimension = 6;
        int[] labels = new int[60];
        float[] rows = new float[labels.length * dimension];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % classes;
            unit(rows, i * dimension, dimension, random);
        }
        int[] order = Neighbours.order(labels, classes);
        float[] ordered = new float[rows.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(rows, order[i] * dimension, ordered, i * dimension, dimension);
        }
        Neighbours<float[]> neighbours =
                Neighbours.of(new DenseBank(ordered, dimension), Neighbours.starts(labels, classes));
        float[] text = new float[dimension];
        unit(text, 0, dimension, random);
        float[] scores = new float[classes];
        for (int k = 0; k < classes; k++) {
            scores[k] = k == 3 ? 9 : -k;
        }
        double[] signs = new double[Neighbours.SIGNS];
        double[] votes = neighbours.vote(text, scores, signs, 0);

        // Intents 10 and 11 score lowest and are not among the ten that are looked at.
        List<double[]> found = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            double cosine = 0;
            for (int f = 0; f < dimension; f++) {
                cosine += text[f] * rows[i * dimension + f];
            }
            if (labels[i] < 10) {
                found.add(new double[] {cosine, labels[i]});
            }
        }
        found.sort((a, b) -> Double.compare(b[0], a[0]));
        double[] shares = new double[classes];
        double sum = 0;
        double tenth = 0;
        for (double[] one : found.subList(0, 10)) {
            shares[(int) one[1]] += Math.exp((one[0] - 1) / 0.07);
            sum += Math.exp((one[0] - 1) / 0.07);
            tenth += one[0] / 10;
        }
        for (int k = 0; k < classes; k++) {
            assertThat(votes[k])
                    .as("seed %d, intent %d", SEED, k)
                    .isCloseTo(Math.log(shares[k] / sum + 1e-4), within(1e-4));
        }
        assertThat(signs[0]).isCloseTo(-found.get(0)[0], within(1e-6));
        assertThat(signs[1]).isCloseTo(-tenth, within(1e-6));
        double ofPredicted = found.stream()
                .filter(one -> one[1] == 3)
                .mapToDouble(one -> one[0])
                .average()
                .orElseThrow();
        assertThat(signs[3]).isCloseTo(-ofPredicted, within(1e-6));
        double three = found.stream()
                .filter(one -> one[1] == 3)
                .limit(3)
                .mapToDouble(one -> one[0])
                .average()
                .orElseThrow();
        assertThat(signs[5]).isCloseTo(-three, within(1e-6));
    }

    private static void unit(float[] rows, int at, int dimension, SplittableRandom random) {
        double squares = 0;
        for (int f = 0; f < dimension; f++) {
            rows[at + f] = (float) random.nextGaussian();
            squares += rows[at + f] * rows[at + f];
        }
        for (int f = 0; f < dimension; f++) {
            rows[at + f] /= (float) Math.sqrt(squares);
        }
    }

    @Test
    void ofManyExamplesOfAnIntentSomeHundredAreKeptEvenly() {
        int[] labels = new int[1_003];
        Arrays.fill(labels, 3, labels.length, 1);
        int[] order = Neighbours.order(labels, 2);
        assertThat(Neighbours.starts(labels, 2)).containsExactly(0, 3, 203);
        assertThat(order).hasSize(203).isSorted().doesNotHaveDuplicates();
        assertThat(order[202] - order[3]).isGreaterThan(980);
    }

    @Test
    void calibrationErrorWorkedByHand() {
        double[] confidence = new double[30];
        boolean[] hit = new boolean[30];
        for (int i = 0; i < 30; i++) {
            confidence[i] = i < 2 ? 0.9 : 0.6;
            hit[i] = i % 2 == 0;
        }
        // Fourteen bins of two with .6 and one of two right, one bin with .9: 14/15 * .1 + 1/15 * .4.
        Quality quality = Quality.of(confidence, hit, 0.25);
        assertThat(quality.calibrationError()).isCloseTo((14 * 0.1 + 0.4) / 15, within(1e-12));
        assertThat(quality.accuracy()).isEqualTo(0.5);
        assertThat(Quality.of(List.of(new double[] {Math.log(0.8), Math.log(0.2)}), new int[] {1})
                        .brier())
                .isCloseTo(0.64 + 0.64, within(1e-12));
    }

    @Test
    void partsHoldWholeIntentsOrAFairShareOfEach() {
        int[] labels = new int[53];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i == 52 ? 5 : i % 5;
        }
        int[] folds = Folds.ofExamples(labels, 6, 5, new SplittableRandom(SEED));
        assertThat(folds[52]).as("an only example").isEqualTo(-1);
        for (int k = 0; k < 5; k++) {
            int[] counts = new int[5];
            for (int i = 0; i < 52; i++) {
                counts[folds[i]] += labels[i] == k ? 1 : 0;
            }
            assertThat(Arrays.stream(counts).max().orElseThrow()
                            - Arrays.stream(counts).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
        int[] intents = Folds.ofIntents(12, 5, new SplittableRandom(SEED));
        assertThat(Arrays.stream(intents).filter(fold -> fold == 0).count()).isEqualTo(3);
        assertThat(Folds.sample(labels, 6, 4, new SplittableRandom(SEED)))
                .hasSize(21)
                .isSorted();
    }

    @Test
    void wordsAreCountedWithoutCaseAccentsAndApostrophes() {
        assertThat(WordCounts.of("L’été à Paris").terms())
                .isEqualTo(WordCounts.of("l ete A PARIS").terms());
        // Words ab, cd and their pair; " ab", "ab ", " ab " and the same of cd.
        WordCounts counts = WordCounts.of("ab cd");
        assertThat(Arrays.stream(counts.terms()).filter(term -> (term & 1) == 0).count())
                .isEqualTo(3);
        assertThat(Arrays.stream(counts.terms()).filter(term -> (term & 1) == 1).count())
                .isEqualTo(6);
        assertThat(WordCounts.of("go go go").counts()).contains(3, 2);
    }

    @Test
    void rowsHaveLengthOneAndUnknownTermsAreLeftOut() {
        Features known = new Features("x", null, WordCounts.of("return a parcel"), new float[0][]);
        Vocabulary vocabulary = Vocabulary.of(List.of(known), 1_000);
        SparseRow row = vocabulary.row(WordCounts.of("a parcel zzzz"));
        double squares = 0;
        for (float value : row.values()) {
            squares += value * value;
        }
        assertThat(squares).isCloseTo(1, within(1e-5));
        assertThat(vocabulary.unknown(WordCounts.of("return a parcel"))).isZero();
        assertThat(vocabulary.unknown(WordCounts.of("zzzz"))).isEqualTo(1);
        assertThat(Vocabulary.of(List.of(known, known), 1).terms()).isEmpty();
    }
}
