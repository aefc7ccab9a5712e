package dev.comptoir.recommend.model.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.error.ModelException;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ease.Ease;
import dev.comptoir.recommend.model.ease.EaseAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseTest {
    private static final long SEED = 5;
    private static final int ITEMS = 60;

    @ParameterizedTest
    @ValueSource(doubles = {0, .3})
    void withAllOtherItemsAsNeighboursItIsEase(double dropout) {
        Dataset data = data(300);
        Ease ease = EaseAlgorithm.of(10)
                .withDropout(dropout)
                .train(data, Tiles.sequential())
                .model();

        SparseWeights sparse = SparseAlgorithm.of(10, ITEMS)
                .withDropout(dropout)
                .train(data, Tiles.sequential())
                .model();

        // One user has all items, for what never meets is no neighbour, but has a weight through others in the inverse.
        for (int i = 0; i < ITEMS; i++) {
            assertThat(sparse.count(i)).isEqualTo(ease.count(i));
            for (int j = 0; j < ITEMS; j++) {
                assertThat(sparse.weight(i, j))
                        .as("seed %d, %d to %d", SEED, i, j)
                        .isCloseTo(ease.weight(i, j), within(1e-6));
            }
        }
    }

    @Test
    void theNearestAreChosenAndSolvedAlone() {
        // Item 0 meets 1 twice, 2 once and 3 once; 2 is in more rows than 3.
        Dataset data = Dataset.of(Histories.builder(4)
                .basket(0, 0, 1)
                .endUser()
                .basket(0, 0, 1, 3)
                .endUser()
                .basket(0, 0, 2)
                .endUser()
                .basket(0, 2)
                .endUser()
                .basket(0, 2)
                .endUser()
                .build());

        SparseWeights weights =
                SparseAlgorithm.of(1, 2).train(data, Tiles.sequential()).model();

        // Neighbours of 0: 1 and 3. [2+1 1; 1 1+1] b = [2 1]: b = [3 1] / 5.
        assertThat(weights.weight(1, 0)).isCloseTo(.6, within(1e-7));
        assertThat(weights.weight(3, 0)).isCloseTo(.2, within(1e-7));
        assertThat(weights.weight(2, 0)).isZero();
        assertThat(weights.weight(0, 0)).isZero();
        // Of 0 with 3: 1 / sqrt(4 * 2); of 2 with 0: 1 / sqrt(4 * 4).
        SparseWeights above = SparseAlgorithm.of(1, 3)
                .withThreshold(.3)
                .train(data, Tiles.sequential())
                .model();
        assertThat(above.weight(0, 3)).isPositive();
        assertThat(above.weight(0, 2)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 60})
    void pairsAreCountedExactlyWhereverTheHeadEnds(int headItems) {
        InteractionMatrix matrix = data(900).histories().matrix();
        CoOccurrence meetings = new CoOccurrence(matrix, headItems, Tiles.sequential());
        int[] ranks = {0, 3, 17, 30, 41, 58, 59};
        double[][] counted = new double[ranks.length][ranks.length];
        long[] marks = new long[meetings.words()];

        meetings.countPairs(ranks, counted, marks);

        for (int a = 0; a < ranks.length; a++) {
            int item = meetings.item(ranks[a]);
            assertThat(meetings.rank(item)).isEqualTo(ranks[a]);
            for (int b = a; b < ranks.length; b++) {
                assertThat(counted[a][b]).isEqualTo(naive(matrix, item, meetings.item(ranks[b])));
            }
            int[] counts = new int[ITEMS];
            int[] tail = new int[ITEMS];
            int size = meetings.countAll(ranks[a], counts, tail);
            for (int other = 0; other < ITEMS; other++) {
                assertThat(counts[other]).isEqualTo(naive(matrix, item, meetings.item(other)));
            }
            assertThat(Arrays.stream(tail, 0, size).sorted())
                    .containsExactlyElementsOf(IntStream.range(meetings.headItems(), ITEMS)
                            .filter(other -> counts[other] > 0)
                            .boxed()
                            .toList());
        }
        assertThat(marks).containsOnly(0);
    }

    @Test
    void ridgeSolutionsSolveTheirSystem() {
        SplittableRandom random = new SplittableRandom(SEED);
        RidgeSolver solver = new RidgeSolver(40);
        for (int n : new int[] {0, 1, 3, 4, 5, 8, 31, 40}) {
            double[][] a = new double[n][n];
            double[] b = random.doubles(n, -1, 1).toArray();
            for (int row = 0; row < 2 * n; row++) {
                double[] x = random.doubles(n, -1, 1).toArray();
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        a[i][j] += x[i] * x[j];
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                a[i][i] += .1;
                System.arraycopy(a[i], i, solver.matrix()[i], i, n - i);
            }
            System.arraycopy(b, 0, solver.vector(), 0, n);

            solver.solve(n);

            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += a[i][j] * solver.vector()[j];
                }
                assertThat(sum).as("seed %d, n %d", SEED, n).isCloseTo(b[i], within(1e-9));
            }
        }
    }

    @Test
    void theLargestAreKeptAndOfEqualOnesTheFirst() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int capacity : new int[] {0, 1, 7, 30}) {
            Largest largest = new Largest(capacity);
            float[] values = new float[30];
            for (int item = 0; item < values.length; item++) {
                values[item] = 1 + random.nextInt(8);
                largest.offer(item, values[item]);
            }
            Integer[] order = new Integer[values.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (x, y) -> Float.compare(values[y], values[x]));

            assertThat(largest.ascending())
                    .as("seed %d", SEED)
                    .containsExactly(Arrays.stream(order)
                            .limit(capacity)
                            .mapToInt(Integer::intValue)
                            .sorted()
                            .toArray());
            largest.clear();
            assertThat(largest.ascending()).isEmpty();
        }
    }

    @Test
    void whatIsReadIsWhatWasWrittenOrDamaged() throws IOException {
        SparseAlgorithm algorithm = SparseAlgorithm.of(10, 5);
        SparseScorer scorer = algorithm.train(data(40), Tiles.sequential());
        SparseWeights weights = scorer.model();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        algorithm.write(scorer, bytes);

        SparseWeights read =
                algorithm.read(new ByteArrayInputStream(bytes.toByteArray())).model();

        ByteArrayOutputStream again = new ByteArrayOutputStream();
        read.writeTo(again);
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
        assertThat(read.weight(0, 1)).isEqualTo(weights.weight(0, 1)).isNotZero();
        for (int length = 0; length < bytes.size(); length += 7) {
            byte[] cut = Arrays.copyOf(bytes.toByteArray(), length);
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> SparseWeights.readFrom(new ByteArrayInputStream(cut)))
                    .withMessageContaining("ends after " + length + " bytes");
        }
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Ease.readFrom(new ByteArrayInputStream(bytes.toByteArray())))
                .withMessageContaining("EASE");
    }

    @Test
    void aRowOfMoreItemsThanAllowedIsLeftOut() {
        int items = CoOccurrence.MAX_ROW + 1;
        Histories.Builder rows = Histories.builder(items);
        int[] all = new int[items];
        Arrays.setAll(all, item -> item);
        rows.basket(0, all).endUser().basket(0, 4, 9).endUser();

        SparseWeights weights = SparseAlgorithm.of(1, 10)
                .train(Dataset.of(rows.build()), Tiles.sequential())
                .model();

        assertThat(weights.size()).isEqualTo(2);
        assertThat(weights.weight(4, 9)).isCloseTo(.5, within(1e-7));
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        SparseAlgorithm sparse = SparseAlgorithm.of(1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseAlgorithm.of(1, 0))
                .withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> SparseAlgorithm.of(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> sparse.withThreshold(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> sparse.withDamping(2));
        assertThatIllegalArgumentException().isThrownBy(() -> sparse.withDropout(1));
    }

    private static int naive(InteractionMatrix matrix, int a, int b) {
        int both = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            boolean hasA = false;
            boolean hasB = false;
            for (int k = 0; k < matrix.rowLength(row); k++) {
                hasA |= matrix.item(row, k) == a;
                hasB |= matrix.item(row, k) == b;
            }
            both += hasA && hasB ? 1 : 0;
        }
        return both;
    }

    private static Dataset data(int users) {
        SplittableRandom random = new SplittableRandom(SEED);
        Histories.Builder rows = Histories.builder(ITEMS);
        for (int user = 0; user < users; user++) {
            int[] basket = new int[2 + random.nextInt(20)];
            for (int k = 0; k < basket.length; k++) {
                basket[k] = (int) (ITEMS * random.nextDouble() * random.nextDouble());
            }
            rows.basket(0, basket).endUser();
        }
        int[] all = new int[ITEMS];
        Arrays.setAll(all, item -> item);
        return Dataset.of(rows.basket(0, all).endUser().build());
    }
}
