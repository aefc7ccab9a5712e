package dev.comptoir.recommend.model.ials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IalsTest {
    private static final IalsSettings SETTINGS = new IalsSettings(12, 8, 0.02, 0.2, 1, Samples.SEED, 0);
    private static final InteractionMatrix MATRIX = Samples.matrix(400, 1500);

    @Test
    void oneCustomerAndOneItemGiveTheScoreWorkedByHand() {
        // One factor, penalty p = .5 * (1 + .5) = .75 on both sides. At the minimum w = h and (1 + .5) h^2 + .75 = 1:
        // h^2 = 1/6.
        InteractionMatrix one = InteractionMatrix.of(1, List.of(new int[] {0}));
        float[] scores = new float[1];
        for (int block : new int[] {0, 1}) {
            Ials model = Ials.train(one, new IalsSettings(1, 200, 0.5, 0.5, 1, 1, block), Tiles.sequential());

            model.score(model.foldIn(new int[] {0}), scores);

            assertThat(scores[0]).isCloseTo(1 / 6f, within(1e-4f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, 5})
    void theNumberOfThreadsDoesNotShow(int block) {
        Ials expected = Ials.train(MATRIX, SETTINGS.withBlock(block), Tiles.sequential());
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int threads : new int[] {1, 2, 8}) {
                Ials model = Ials.train(MATRIX, SETTINGS.withBlock(block), Tiles.on(pool, threads));
                for (int user = 0; user < model.users(); user++) {
                    assertThat(Arrays.equals(model.userFactors(user), expected.userFactors(user)))
                            .as("user %d, %d threads", user, threads)
                            .isTrue();
                }
                for (int item = 0; item < model.items(); item++) {
                    assertThat(Arrays.equals(model.itemFactors(item), expected.itemFactors(item)))
                            .as("item %d, %d threads", item, threads)
                            .isTrue();
                }
            }
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource({"12,1e-4", "0,2e-2"})
    void foldInGivesTheRowOfTraining(int block, double tolerance) {
        Ials model = Ials.train(MATRIX, SETTINGS.withEpochs(30).withBlock(block), Tiles.sequential());
        for (int user = 0; user < 50; user++) {
            float[] trained = new float[1500];
            float[] folded = new float[1500];
            model.score(model.userFactors(user), trained);
            model.score(model.foldIn(items(user)), folded);
            for (int item = 0; item < trained.length; item++) {
                assertThat((double) folded[item])
                        .as("user %d, item %d", user, item)
                        .isCloseTo(trained[item], within(tolerance));
            }
        }
    }

    @Test
    void scoresAreProductsOfVectors() {
        Ials model = Ials.train(MATRIX, SETTINGS, Tiles.sequential());
        float[] user = model.userFactors(17);
        float[] other = model.userFactors(18);
        float[] scores = new float[1500];
        float[][] batch = new float[2][1500];

        model.score(user, scores);
        model.score(new float[][] {other, user}, batch);

        assertThat(batch[1]).containsExactly(scores);
        for (int item = 0; item < scores.length; item++) {
            assertThat((double) scores[item]).isCloseTo(Samples.dot(user, model.itemFactors(item)), within(1e-5));
        }
    }

    @Test
    void contributionsAddUpToTheScore() {
        Ials model = Ials.train(MATRIX, SETTINGS, Tiles.sequential());
        float[] scores = new float[1500];
        for (int user = 1; user < 20; user++) {
            int[] known = items(user);
            model.score(model.foldIn(known), scores);
            for (int target : new int[] {0, 3, 700, 1499}) {
                double sum = 0;
                for (float part : model.contributions(known, target)) {
                    sum += part;
                }
                assertThat(sum).as("user %d, item %d", user, target).isCloseTo(scores[target], within(1e-4));
            }
        }
    }

    @Test
    void similarItemsAreByCosine() {
        Ials model = Ials.train(MATRIX, SETTINGS, Tiles.sequential());
        float[] cosines = new float[1500];
        float[] item = model.itemFactors(5);

        model.similar(5, cosines);

        assertThat(cosines[5]).isCloseTo(1, within(1e-5f));
        for (int other = 0; other < 40; other++) {
            float[] vector = model.itemFactors(other);
            assertThat((double) cosines[other])
                    .isCloseTo(
                            Samples.dot(item, vector)
                                    / Math.sqrt(Samples.dot(item, item) * Samples.dot(vector, vector)),
                            within(1e-5));
        }
    }

    @Test
    void aModelOfTheItemsAloneGivesTheSameBits() {
        Ials model = Ials.train(MATRIX, SETTINGS, Tiles.sequential());
        float[][] vectors = new float[model.items()][];
        for (int item = 0; item < vectors.length; item++) {
            vectors[item] = model.itemFactors(item);
        }
        Ials again = Ials.of(SETTINGS, vectors, Tiles.sequential());

        assertThat(again.users()).isZero();
        assertThat(again.foldIn(items(30))).containsExactly(model.foldIn(items(30)));
        assertThat(again.contributions(items(30), 2)).containsExactly(model.contributions(items(30), 2));
    }

    @Test
    void trainingTellsItsEpochsAndEndsWhenTold() {
        List<Integer> told = new ArrayList<>();
        Ials stopped = Ials.train(MATRIX, SETTINGS, Tiles.sequential(), done -> {
            told.add(done);
            return done < 3;
        });

        assertThat(told).containsExactly(1, 2, 3);
        assertThat(stopped.itemFactors(9))
                .containsExactly(Ials.train(MATRIX, SETTINGS.withEpochs(3), Tiles.sequential())
                        .itemFactors(9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 3})
    void littleDataGiveFiniteScores(int block) {
        IalsSettings settings = new IalsSettings(6, 10, 0.01, 0.1, 1, 0, block);
        int[] many = new int[20_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i;
        }
        List<InteractionMatrix> odd = List.of(
                InteractionMatrix.of(0, List.of()),
                InteractionMatrix.of(3, List.of()),
                InteractionMatrix.of(3, List.of(new int[0], new int[0])),
                InteractionMatrix.of(1, List.of(new int[] {0})),
                InteractionMatrix.of(2, List.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {0, 1})),
                InteractionMatrix.of(20_000, List.of(many, new int[] {1}, new int[] {1, 2})));
        for (InteractionMatrix matrix : odd) {
            Ials model = Ials.train(matrix, settings, Tiles.sequential());
            float[] scores = new float[matrix.items()];
            model.score(model.foldIn(matrix.items() == 0 ? new int[0] : new int[] {0}), scores);
            for (float score : scores) {
                assertThat(score).isFinite();
            }
            model.score(model.foldIn(new int[0]), scores);
            for (float score : scores) {
                assertThat(score).isZero();
            }
            if (matrix.items() > 0) {
                model.similar(0, scores);
                for (float score : scores) {
                    assertThat(score).isBetween(-1f, 1f);
                }
            }
        }
    }

    /** More factors than there is to tell apart, and weights that hardly hold anything. */
    @ParameterizedTest
    @CsvSource({"0,1e-8,1e-8", "0,1e-8,1e8", "0,1e8,1e-8", "6,1e-3,1e-3", "3,1e-3,1e-3"})
    void extremeWeightsOnIdenticalCustomersGiveFiniteScores(int block, double regularization, double unobserved) {
        List<int[]> rows = new ArrayList<>();
        for (int user = 0; user < 50; user++) {
            rows.add(new int[] {1, 2, 3, 4, 5, 6, 7, 8});
        }
        IalsSettings settings = new IalsSettings(6, 20, regularization, unobserved, 0, 3, block);
        Ials model = Ials.train(InteractionMatrix.of(9, rows), settings, Tiles.sequential());
        float[] scores = new float[9];
        model.score(model.userFactors(7), scores);
        for (float score : scores) {
            assertThat(score).isBetween(-0.01f, 1.01f);
        }
    }

    @Test
    void wrongInputIsNamed() {
        Ials model = Ials.train(Samples.matrix(20, 10), SETTINGS, Tiles.sequential());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.foldIn(new int[] {10}))
                .withMessageContaining("10 lies outside of 0 to 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.score(new float[11], new float[10]))
                .withMessageContaining("11 factors");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.score(new float[12], new float[9]))
                .withMessageContaining("9 scores");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ials.of(SETTINGS, new float[][] {new float[3]}, Tiles.sequential()))
                .withMessageContaining("item 0 has 3 factors");
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,.1,.1,1,0,factors",
        "5000,1,.1,.1,1,0,factors",
        "4,0,.1,.1,1,0,epochs",
        "4,1,0,.1,1,0,regularization",
        "4,1,NaN,.1,1,0,regularization",
        "4,1,Infinity,.1,1,0,regularization",
        "4,1,.1,-1,1,0,unobservedWeight",
        "4,1,.1,NaN,1,0,unobservedWeight",
        "4,1,.1,.1,1.5,0,frequencyExponent",
        "4,1,.1,.1,NaN,0,frequencyExponent",
        "4,1,.1,.1,1,5,block",
        "4,1,.1,.1,1,-1,block"
    })
    void wrongSettingsAreNamed(
            int factors,
            int epochs,
            double regularization,
            double unobserved,
            double exponent,
            int block,
            String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IalsSettings(factors, epochs, regularization, unobserved, exponent, 0, block))
                .withMessageContaining("The " + name + " is ")
                .withMessageContaining("but must be");
    }

    @Test
    void memoryIsEstimatedWithoutOverflow() {
        assertThat(Ials.estimateBytes(136_677, 20_108, IalsSettings.defaults())).isBetween(40_000_000L, 120_000_000L);
        assertThat(Ials.estimateBytes(Integer.MAX_VALUE, Integer.MAX_VALUE, SETTINGS.withFactors(4096)))
                .isGreaterThan(100_000_000_000_000L);
    }

    private static int[] items(int user) {
        int[] items = new int[MATRIX.rowLength(user)];
        for (int k = 0; k < items.length; k++) {
            items[k] = MATRIX.item(user, k);
        }
        return items;
    }
}
