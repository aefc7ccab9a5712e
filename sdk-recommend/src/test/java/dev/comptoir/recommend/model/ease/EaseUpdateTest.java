package dev.comptoir.recommend.model.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EaseUpdateTest {
    private static final long SEED = 11;
    private static final int ITEMS = 80;

    @ParameterizedTest
    @ValueSource(doubles = {0, .4})
    void rowsTakenAwayAndAddedGiveWhatTrainingGives(double dropout) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<int[]> rows = rows(random, 400);
        Objective objective = new Objective(20, dropout, 0);
        Ease ease = train(rows, objective);

        for (int step = 0; step < 40; step++) {
            ease = ease.without(rows.remove(random.nextInt(rows.size())));
            int[] added = row(random);
            ease = ease.with(added);
            rows.add(added);
            int[] after = row(random);
            int at = random.nextInt(rows.size());
            ease = ease.changed(rows.set(at, after), after);
        }

        assertSame(ease, train(rows, objective));
    }

    @Test
    void theInverseStaysOneOverAThousandUpdates() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<int[]> rows = rows(random, 600);
        Objective objective = new Objective(50, 0, 0);
        Ease ease = train(rows, objective);

        for (int update = 0; update < 1000; update++) {
            if (random.nextBoolean()) {
                ease = ease.without(rows.remove(random.nextInt(rows.size())));
            } else {
                rows.add(row(random));
                ease = ease.with(rows.get(rows.size() - 1));
            }
        }

        double[][] a = matrix(rows, objective);
        double worst = 0;
        for (int i = 0; i < ITEMS; i++) {
            for (int j = 0; j < ITEMS; j++) {
                double sum = i == j ? -1 : 0;
                for (int k = 0; k < ITEMS; k++) {
                    sum += a[i][k] * ease.inverse(k, j);
                }
                worst = Math.max(worst, Math.abs(sum));
            }
        }
        assertThat(worst).as("seed %d", SEED).isLessThan(1e-4);
        assertSame(ease, train(rows, objective));
    }

    @Test
    void whatWasChangedBeforeStaysAsItWas() {
        List<int[]> rows = rows(new SplittableRandom(SEED), 50);
        Ease ease = train(rows, new Objective(20, 0, 0));
        double before = ease.weight(1, 2);

        Ease changed = ease.without(rows.get(0)).with(new int[] {1, 2});

        assertThat(ease.weight(1, 2)).isEqualTo(before);
        assertThat(changed.weight(1, 2)).isNotEqualTo(before);
        assertThat(changed.count(1)).isEqualTo(ease.count(1) + 1 - (contains(rows.get(0), 1) ? 1 : 0));
    }

    @Test
    void scoresRestOnTheUpdatesToo() {
        List<int[]> rows = rows(new SplittableRandom(SEED), 50);
        Ease ease = train(rows, new Objective(20, 0, 0)).without(rows.get(3)).with(new int[] {4, 4, 9});

        double[] scores = ease.scores(new int[] {4, 30}, new double[] {1, .5});

        for (int j = 0; j < ITEMS; j++) {
            assertThat(scores[j]).isCloseTo(ease.weight(4, j) + .5 * ease.weight(30, j), within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3})
    void newItemsAreAsIfTheyHadBeenThere(double contentWeight) {
        List<int[]> rows = rows(new SplittableRandom(SEED), 100);
        Objective objective = new Objective(20, .3, contentWeight);
        List<String> categories = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            categories.add("category " + item % 3);
        }
        ItemFeatures features = ItemFeatures.of(Arrays.asList(new String[ITEMS]), categories);
        ItemFeatures old = ItemFeatures.of(Arrays.asList(new String[ITEMS - 5]), categories.subList(0, ITEMS - 5));
        rows.replaceAll(
                row -> Arrays.stream(row).filter(item -> item < ITEMS - 5).toArray());
        InteractionMatrix matrix = InteractionMatrix.of(ITEMS - 5, rows);
        Ease ease = Ease.train(matrix, old, objective, Tiles.sequential()).without(rows.remove(9));

        Ease grown = ease.grownTo(features);

        assertSame(grown, Ease.train(InteractionMatrix.of(ITEMS, rows), features, objective, Tiles.sequential()));
        assertThat(grown.weight(1, ITEMS - 1) > 0).isEqualTo(contentWeight > 0);
        rows.add(new int[] {0, ITEMS - 1});
        assertSame(
                grown.with(new int[] {0, ITEMS - 1}),
                Ease.train(InteractionMatrix.of(ITEMS, rows), features, objective, Tiles.sequential()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grown.grownTo(old))
                .withMessageContaining("75");
    }

    @Test
    void rowsThatWereNotLearntAreRefused() {
        Ease ease = train(List.of(new int[] {0, 1}, new int[] {1, 2}), new Objective(1e-6, 0, 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ease.without(new int[] {5}))
                .withMessageContaining("item 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ease.with(new int[] {ITEMS}))
                .withMessageContaining("80");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> ease.without(new int[] {0, 1}))
                .withMessageContaining("Train again");
        assertThat(ease.with(new int[0]).weight(0, 1)).isEqualTo(ease.weight(0, 1));
    }

    private static void assertSame(Ease ease, Ease trained) {
        double worst = 0;
        for (int i = 0; i < ITEMS; i++) {
            assertThat(ease.count(i)).isEqualTo(trained.count(i));
            for (int j = 0; j < ITEMS; j++) {
                worst = Math.max(worst, Math.abs(ease.weight(i, j) - trained.weight(i, j)));
            }
        }
        assertThat(worst).as("seed %d", SEED).isLessThan(1e-5);
    }

    private static Ease train(List<int[]> rows, Objective objective) {
        return Ease.train(InteractionMatrix.of(ITEMS, rows), ItemFeatures.none(ITEMS), objective, Tiles.sequential());
    }

    private static double[][] matrix(List<int[]> rows, Objective objective) {
        double[][] a = new double[ITEMS][ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            a[i][i] = objective.regularization();
        }
        for (int[] row : rows) {
            int[] distinct = Arrays.stream(row).distinct().toArray();
            for (int i : distinct) {
                for (int j : distinct) {
                    a[i][j]++;
                }
            }
        }
        return a;
    }

    private static List<int[]> rows(SplittableRandom random, int count) {
        List<int[]> rows = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            rows.add(row(random));
        }
        return rows;
    }

    private static int[] row(SplittableRandom random) {
        int[] row = new int[1 + random.nextInt(12)];
        for (int k = 0; k < row.length; k++) {
            row[k] = (int) (ITEMS * Math.pow(random.nextDouble(), 2));
        }
        return row;
    }

    private static boolean contains(int[] row, int item) {
        return Arrays.stream(row).anyMatch(other -> other == item);
    }
}
