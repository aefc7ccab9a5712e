package dev.comptoir.recommend.model.session;

import static dev.comptoir.recommend.model.session.SessionNeighboursTest.clicks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequentialRulesTest {
    private static final Offset<Float> ROUNDING = within(1e-6f);
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    /** a b c a, and b d. */
    private static final Histories SESSIONS = Histories.builder(5)
            .basket(1, A)
            .basket(2, B)
            .basket(3, C)
            .basket(4, A)
            .endAnonymous()
            .basket(5, B)
            .basket(6, D)
            .endAnonymous()
            .build();

    private static SequentialRulesSettings settings(int window, Decay.Shape shape, int lastSteps) {
        return new SequentialRulesSettings(window, Decay.of(shape), 20, 0, lastSteps, Decay.of(Decay.Shape.DIV), true);
    }

    @Test
    void rulesWorkedByHand() {
        // Window 2: a->b 1, a->c 1/2, b->c 1, b->a 1/2, c->a 1, b->d 1; a->a lies 3 apart.
        SequentialRulesSettings two = settings(2, Decay.Shape.DIV, 1);
        assertThat(scores(two, clicks(9, A))).containsExactly(new float[] {0, 1, 0.5f, 0, 0}, ROUNDING);
        assertThat(scores(two, clicks(9, A, B))).containsExactly(new float[] {0.5f, 0, 1, 1, 0}, ROUNDING);
        assertThat(scores(settings(3, Decay.Shape.DIV, 1), clicks(9, A)))
                .containsExactly(new float[] {1 / 3f, 1, 0.5f, 0, 0}, ROUNDING);
    }

    @Test
    void theLastStepsSpeakTheLessTheLongerAgo() {
        // b: a 1/2, c 1, d 1; before it a, half: b 1/2, c 1/4.
        assertThat(scores(settings(2, Decay.Shape.DIV, 2), clicks(9, A, B)))
                .containsExactly(new float[] {0.5f, 0.5f, 1.25f, 1, 0}, ROUNDING);
    }

    @Test
    void onlyTheStrongestRulesAreKept() {
        // c and d are equally strong after b: the smaller item stays.
        SequentialRulesSettings one = settings(2, Decay.Shape.DIV, 1).withRulesPerItem(1);
        assertThat(scores(one, clicks(9, B))).containsExactly(0, 0, 1, 0, 0);
    }

    @Test
    void popularityDampsTheItemsLedTo() {
        // a lies at 2 steps, c at 1.
        SequentialRulesSettings damped = settings(2, Decay.Shape.DIV, 1).withPopularityDamping(0.5);
        assertThat(scores(damped, clicks(9, B)))
                .containsExactly(new float[] {(float) (0.5 / Math.sqrt(2)), 0, 1, 1, 0}, ROUNDING);
    }

    @Test
    void itemsOfOneStepLeadToEachOther() {
        Histories receipts = Histories.builder(4)
                .basket(0, A, B)
                .endAnonymous()
                .basket(0, A, B, C)
                .basket(1, D)
                .endAnonymous()
                .build();
        float[] scores = new float[4];
        new SequentialRulesAlgorithm(settings(8, Decay.Shape.DIV, 1))
                .train(Dataset.of(receipts), Tiles.sequential())
                .score(clicks(9, A), scores);
        assertThat(scores).containsExactly(0, 2, 1, 1);

        new SequentialRulesAlgorithm(
                        new SequentialRulesSettings(8, Decay.of(Decay.Shape.DIV), 20, 0, 1, Decay.same(), false))
                .train(Dataset.of(receipts), Tiles.sequential())
                .score(clicks(9, A), scores);
        assertThat(scores).containsExactly(0, 0, 0, 1);
    }

    @Test
    void unknownItemsArePassedOver() {
        SequentialRulesSettings two = settings(2, Decay.Shape.DIV, 2);
        assertThat(scores(two, clicks(9, A, 4, B, 99))).containsExactly(scores(two, clicks(9, A, B)));
    }

    @Test
    void reasonsNameTheItemsOfTheSession() {
        Scorer scorer = new SequentialRulesAlgorithm(settings(2, Decay.Shape.DIV, 2))
                .train(Dataset.of(SESSIONS), Tiles.sequential());
        assertThat(scorer.explain(clicks(9, A, B), C))
                .containsExactly(
                        new Contribution(Contribution.Kind.SESSION, B, 1),
                        new Contribution(Contribution.Kind.SESSION, A, 0.25));
    }

    @ParameterizedTest
    @EnumSource(
            value = Decay.Shape.class,
            names = {"SAME", "LINEAR", "DIV", "QUADRATIC", "LOG"})
    void rulesAreThoseOfANaiveCount(Decay.Shape shape) {
        long seed = 11;
        Random random = new Random(seed);
        int items = 30;
        int[][] sessions = new int[80][];
        Histories.Builder rows = Histories.builder(items);
        for (int s = 0; s < sessions.length; s++) {
            sessions[s] = random.ints(1 + random.nextInt(15), 0, items).toArray();
            for (int k = 0; k < sessions[s].length; k++) {
                rows.basket(k, sessions[s][k]);
            }
            rows.endAnonymous();
        }
        double[][] rule = new double[items][items];
        for (int[] session : sessions) {
            for (int late = 0; late < session.length; late++) {
                for (int g = 1; g <= Math.min(4, late); g++) {
                    rule[session[late - g]][session[late]] += switch (shape) {
                        case LINEAR -> 1 - 0.1 * g;
                        case DIV -> 1.0 / g;
                        case QUADRATIC -> 1.0 / g / g;
                        case LOG -> 1 / Math.log10(g + 1.7);
                        default -> 1;
                    };
                }
            }
        }
        Scorer scorer = new SequentialRulesAlgorithm(settings(4, shape, 1).withRulesPerItem(items))
                .train(Dataset.of(rows.build()), Tiles.sequential());
        float[] scores = new float[items];
        for (int item = 0; item < items; item++) {
            scorer.score(clicks(9, item), scores);
            for (int next = 0; next < items; next++) {
                assertThat((double) scores[next])
                        .as("seed %d, %d -> %d", seed, item, next)
                        .isCloseTo(rule[item][next], within(1e-5));
            }
        }
    }

    @Test
    void badInputHasAnAnswer() {
        Histories.Builder rows = Histories.builder(3000);
        for (int click = 0; click < 10_000; click++) {
            rows.basket(0, 0);
        }
        int[] everything = new int[3000];
        Arrays.setAll(everything, item -> item);
        rows.basket(0, 1).endAnonymous().basket(0, everything).basket(0, 2).endAnonymous();
        float[] scores = new float[3000];
        Scorer scorer = SequentialRulesAlgorithm.rsc15().train(Dataset.of(rows.build()), Tiles.sequential());

        scorer.score(clicks(0, new int[10_000]), scores);
        assertThat(scores[0]).isGreaterThan(scores[1]);
        assertThat(scores[1]).isPositive();
        assertThat(scores[2]).as("a list of everything says nothing").isZero();
        scorer.score(History.empty(0), scores);
        assertThat(scores).containsOnly(0);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        SequentialRulesSettings rsc15 = SequentialRulesSettings.rsc15();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(0, Decay.Shape.DIV, 1))
                .withMessage("The window is 0, but must be at least 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rsc15.withPopularityDamping(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> rsc15.withLastSteps(0));
        assertThatIllegalArgumentException().isThrownBy(() -> rsc15.withRulesPerItem(0));
    }

    private static float[] scores(SequentialRulesSettings settings, History history) {
        float[] scores = new float[5];
        new SequentialRulesAlgorithm(settings)
                .train(Dataset.of(SESSIONS), Tiles.sequential())
                .score(history, scores);
        return scores;
    }
}
