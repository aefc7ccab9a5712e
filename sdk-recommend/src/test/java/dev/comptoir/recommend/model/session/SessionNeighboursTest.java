package dev.comptoir.recommend.model.session;

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
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Worked by hand; and what is done with bad input. */
class SessionNeighboursTest {
    private static final long DAY = 86_400_000L;
    private static final Offset<Float> ROUNDING = within(1e-6f);
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    /** a b c, ended on day 1; b d, on day 2; c d, on day 3; d alone, which teaches nothing. */
    private static final Histories SESSIONS = Histories.builder(5)
            .basket(DAY - 2, A)
            .basket(DAY - 1, B)
            .basket(DAY, C)
            .endAnonymous()
            .basket(2 * DAY - 1, B)
            .basket(2 * DAY, D)
            .endAnonymous()
            .basket(3 * DAY - 1, C)
            .basket(3 * DAY, D)
            .endAnonymous()
            .basket(3 * DAY, D)
            .endAnonymous()
            .build();

    @Test
    void vsknnWorkedByHand() {
        // The current session is b a, l = 2: w(b) = 1/4, w(a) = 1. abc shares both: 1.25 / 2, latest shared a, step 1,
        // decay 1.
        // bd shares b: 0.25 / 2, step 2, decay 1/4.
        float[] scores = scores(SessionNeighboursSettings.vsknn(), clicks(4 * DAY, B, A));

        assertThat(scores).containsExactly(new float[] {0.625f, 0.65625f, 0.625f, 0.03125f, 0}, ROUNDING);
    }

    @Test
    void stanWorkedByHand() {
        // The current session is c b, on day 4: w(c) = e^-2, w(b) = 1, |w| = sqrt(1 + e^-4) = 1.0091163.
        // Ages count from the newest candidate, cd of day 3, which is one factor for all.
        //   abc: (1 + e^-2) / (1.0091163 sqrt 3) e^(-2/20) = .5877503; c stands last of those shared: a, 2 off: e^-4;
        // b, 1 off: e^-2
        //   bd: 1 / (1.0091163 sqrt 2) e^(-1/20) = .6665444; d is 1 off b: e^-2
        //   cd: e^-2 / (1.0091163 sqrt 2) = .0948320; d is 1 off c: e^-2
        float[] scores = scores(SessionNeighboursSettings.stan(), clicks(4 * DAY, C, B));

        assertThat(scores)
                .containsExactly(new float[] {0.0107650f, 0.7460877f, 0.6825823f, 0.1030411f, 0}, within(2e-6f));
    }

    @Test
    void vstanMultipliesByRarenessAndByTheStepOfTheSharedItem() {
        // The current session is a c, on day 2: w(a) = e^-2, w(c) = 1. Against STAN's terms, with N = 3 sessions:
        //   cd: ended after the question, age 0; 1 / (1.0091163 sqrt 2) = .7007188, c is step 2, the last: decay 1.
        //   abc: (1 + e^-2) / (1.0091163 sqrt 3) = .6495645, age 1 day: e^(-1/5) = .8187308 -> .5318185; decay 1.
        // c lies in 2 of 3: 1 + 2 ln(3/2) = 1.8109302; a in 1: 1 + 2 ln 3 = 3.1972246; b and d in 2.
        float[] scores = scores(SessionNeighboursSettings.vstan(), clicks(2 * DAY, A, C));
        double one = Math.exp(-0.5);
        assertThat(scores[A]).isCloseTo((float) (0.5318185 * one * one * 3.1972246), within(2e-6f));
        assertThat(scores[B]).isCloseTo((float) (0.5318185 * one * 1.8109302), within(2e-6f));
        assertThat(scores[C]).isCloseTo((float) ((0.5318185 + 0.7007188) * 1.8109302), within(2e-6f));
        assertThat(scores[D]).isCloseTo((float) (0.7007188 * one * 1.8109302), within(2e-6f));

        // Turned round, cd shares only c, one step before the last: e^(-1/2); d is 1 off c.
        float[] turned = scores(SessionNeighboursSettings.vstan(), clicks(2 * DAY, C, A));
        double similarity = Math.exp(-2) * 0.7007188;
        assertThat(turned[D]).isCloseTo((float) (similarity * one * one * 1.8109302), within(2e-6f));
    }

    @Test
    void aReceiptIsASessionOfOneStepWithoutOrder() {
        Histories receipts = Histories.builder(4)
                .basket(0, A, B, C)
                .endAnonymous()
                .basket(0, A, D)
                .endAnonymous()
                .build();
        Scorer scorer = SessionNeighboursAlgorithm.stan().train(Dataset.of(receipts), Tiles.sequential());
        float[] scores = new float[4];
        scorer.score(History.of(0, new long[] {0}, new int[][] {{A, B}}), scores);

        // abc: 2 / (sqrt 2 sqrt 3), ad: 1 / (sqrt 2 sqrt 2).
        assertThat(scores).containsExactly(new float[] {1.3164966f, 0.8164966f, 0.8164966f, 0.5f}, ROUNDING);
    }

    @Test
    void ofMoreSessionsThanAreLookedAtTheMostRecentCount() {
        SessionNeighboursSettings one = SessionNeighboursSettings.vsknn().withRecentSessions(1);

        // b d ended after a b c.
        assertThat(scores(one, clicks(4 * DAY, B))).containsExactly(0, 1, 0, 1, 0);
        assertThat(scores(one.withRemind(false), clicks(4 * DAY, B))).containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void sessionsThatEndTogetherAreTakenFromTheLastRow() {
        Histories.Builder rows = Histories.builder(11);
        for (int row = 0; row < 10; row++) {
            rows.basket(0, 10).basket(0, row).endAnonymous();
        }
        Scorer scorer = new SessionNeighboursAlgorithm(
                        SessionNeighboursSettings.vstan().withRecentSessions(3))
                .train(Dataset.of(rows.build()), Tiles.sequential());
        float[] scores = new float[11];
        scorer.score(clicks(0, 10), scores);

        for (int row = 0; row < 10; row++) {
            assertThat(scores[row] > 0).as("row " + row).isEqualTo(row >= 7);
        }
    }

    @Test
    void unknownItemsCountAsIfTheyHadNotBeen() {
        for (SessionNeighboursSettings settings : presets()) {
            float[] with = scores(settings, clicks(4 * DAY, B, 4, A, 99, 4));
            assertThat(with).as(settings.toString()).containsExactly(scores(settings, clicks(4 * DAY, B, A)));
            assertThat(scores(settings, clicks(4 * DAY, 4, 99))).containsOnly(0);
        }
    }

    @Test
    void tenThousandClicksOnOneItemSayWhatOneSays() {
        int[] many = new int[10_000];
        for (SessionNeighboursSettings settings : presets()) {
            assertThat(scores(settings, clicks(4 * DAY, many)))
                    .as(settings.toString())
                    .containsExactly(scores(settings, clicks(4 * DAY, A)));
        }
        Histories.Builder rows = Histories.builder(2);
        for (int click = 0; click < 10_000; click++) {
            rows.basket(click, 0);
        }
        rows.basket(10_000, 1).endAnonymous();
        Dataset data = Dataset.of(rows.build());
        for (SessionNeighboursSettings settings : presets()) {
            float[] scores = new float[2];
            new SessionNeighboursAlgorithm(settings)
                    .train(data, Tiles.sequential())
                    .score(clicks(20_000, 0), scores);
            assertThat(scores[1]).isPositive();
        }
    }

    @Test
    void manyAskAtATimeAndGetWhatEachWouldGetAlone() {
        Scorer scorer = scorer(SessionNeighboursSettings.vstan());
        List<History> histories =
                List.of(clicks(4 * DAY, A), clicks(4 * DAY, B, C), clicks(4 * DAY, D), clicks(0, C, A, B));
        List<float[]> alone =
                histories.stream().map(history -> scored(scorer, history)).toList();

        boolean same = IntStream.range(0, 4000)
                .parallel()
                .allMatch(k -> Arrays.equals(scored(scorer, histories.get(k % 4)), alone.get(k % 4)));

        assertThat(same).isTrue();
    }

    @Test
    void afterALongPauseSessionsStillSpeak() {
        float[] scores = scores(SessionNeighboursSettings.vstan(), clicks(100_000 * DAY, B));

        assertThat(scores[C]).isPositive();
        assertThat(scores[D]).isGreaterThan(scores[C]);
    }

    @Test
    void reasonsNameTheItemsOfTheSession() {
        Scorer scorer = SessionNeighboursAlgorithm.vsknn().train(Dataset.of(SESSIONS), Tiles.sequential());

        List<Contribution> parts = scorer.explain(clicks(4 * DAY, B, A), C);

        // Of abc's similarity .625, a gives 1 / 2 and b 0.25 / 2.
        assertThat(parts)
                .containsExactly(
                        new Contribution(Contribution.Kind.SESSION, A, 0.5),
                        new Contribution(Contribution.Kind.SESSION, B, 0.125));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        SessionNeighboursSettings vstan = SessionNeighboursSettings.vstan();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vstan.withNeighbors(0))
                .withMessage("The number of neighbors is 0, but must be at least 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vstan.withSessionDecayDays(Double.NaN))
                .withMessage("The decay of sessions is NaN days, but must be above 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vstan.withIdfWeight(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vstan.withRecentSessions(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decay.exponential(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer(vstan).score(clicks(0, A), new float[3]))
                .withMessageContaining("3");
    }

    private static List<SessionNeighboursSettings> presets() {
        return List.of(
                SessionNeighboursSettings.vsknn(),
                SessionNeighboursSettings.stan(),
                SessionNeighboursSettings.vstan(),
                SessionNeighboursSettings.smallShop());
    }

    private static Scorer scorer(SessionNeighboursSettings settings) {
        return new SessionNeighboursAlgorithm(settings).train(Dataset.of(SESSIONS), Tiles.sequential());
    }

    private static float[] scores(SessionNeighboursSettings settings, History history) {
        return scored(scorer(settings), history);
    }

    private static float[] scored(Scorer scorer, History history) {
        float[] scores = new float[5];
        scorer.score(history, scores);
        return scores;
    }

    static History clicks(long now, int... items) {
        int[][] steps = new int[items.length][];
        for (int k = 0; k < items.length; k++) {
            steps[k] = new int[] {items[k]};
        }
        return History.of(now, new long[items.length], steps);
    }
}
