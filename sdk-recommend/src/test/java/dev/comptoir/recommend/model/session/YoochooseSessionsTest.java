package dev.comptoir.recommend.model.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.testkit.PublicData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Clicks of a web shop (RecSys Challenge 2015, the last 100,000): scores that the authors of session-rec recorded with their own
 * code, and hit rates that must not fall. Protocol and figures: docs/benchmarks/recommend-sessions.md.
 */
@Tag("data")
class YoochooseSessionsTest {
    private static SessionData data;
    private static List<String> ids;

    @BeforeAll
    static void read() throws IOException {
        Path folder = PublicData.require("sessions-yoochoose100k");
        List<List<SessionData.Click>> train = SessionData.sessions(folder.resolve("train.csv.gz"));
        data = SessionData.of(train, SessionData.sessions(folder.resolve("test.csv.gz")), false);
        TreeSet<String> sorted = new TreeSet<>();
        train.forEach(session -> session.forEach(click -> sorted.add(click.item())));
        ids = List.copyOf(sorted);
        assertThat(train).hasSize(17_794);
        assertThat(data.train().histories().lines()).isEqualTo(70_278);
        assertThat(data.tests()).hasSize(3_416);
    }

    /** SR with weights 1 / g^2 and 20 rules an item; scores as shares of the best, recorded for the first sessions. */
    @Test
    void sequentialRulesAreThoseThatTheAuthorsCodeFound() {
        Scorer scorer = new SequentialRulesAlgorithm(
                        new SequentialRulesSettings(15, Decay.of(Decay.Shape.QUADRATIC), 20, 0, 1, Decay.same(), true))
                .train(data.train(), Tiles.sequential());

        assertThat(best(scorer, history("214662742"), 21))
                .containsExactly(
                        new double[] {
                            1,
                            .8,
                            .8,
                            .8,
                            .8,
                            .8,
                            .288888889,
                            .288888889,
                            .2,
                            .138888889,
                            .088888889,
                            .082,
                            .054222222,
                            .05,
                            .038548753,
                            .028826531,
                            .022376543,
                            .017876543,
                            .014611570,
                            .012167126,
                            0
                        },
                        within(1e-7));
        assertThat(best(scorer, history("214662742", "214825110"), 10))
                .containsExactly(
                        new double[] {
                            1,
                            .620689655,
                            .620689655,
                            .620689655,
                            .171379310,
                            .155172414,
                            .068965517,
                            .038793103,
                            .024827586,
                            0
                        },
                        within(1e-7));
    }

    /** VSKNN with quadratic position weights, steps as 1 / step, idf weight 5, scores as shares of the best. */
    @Test
    void neighboursSpeakAsTheAuthorsCodeRecordedIt() {
        SessionNeighboursSettings vsknn = SessionNeighboursSettings.vsknn();
        Scorer scorer = new SessionNeighboursAlgorithm(new SessionNeighboursSettings(
                        vsknn.neighbors(),
                        vsknn.recentSessions(),
                        vsknn.similarity(),
                        vsknn.positionWeight(),
                        Decay.of(Decay.Shape.DIV),
                        vsknn.distanceDecay(),
                        vsknn.sessionDecayDays(),
                        0,
                        vsknn.lastItems(),
                        true))
                .train(data.train(), Tiles.sequential());

        Map<String, Double> one = withIdfOfClicks(scorer, history("214536502"));
        assertThat(one.get("214820201")).isCloseTo(0.17468137562404298, within(1e-6));
        assertThat(one.get("214826623")).isCloseTo(0.1090097858661836, within(1e-6));
        assertThat(one.get("214696897")).isCloseTo(0.08599548259656561, within(1e-6));

        Map<String, Double> five =
                withIdfOfClicks(scorer, history("214662742", "214662742", "214825110", "214757390", "214757407"));
        assertThat(five.get("214757407")).isEqualTo(1);
        assertThat(five.get("214757390")).isCloseTo(0.40621479384202225, within(1e-6));
        assertThat(five.get("214825110")).isCloseTo(0.4020843273434621, within(1e-6));
        assertThat(five.get("214826617")).isCloseTo(0.34508736209231583, within(1e-6));
        assertThat(five.get("214644731")).isCloseTo(0.3270631129844725, within(1e-6));
        assertThat(five.get("214842577")).isCloseTo(0.14895245902220144, within(1e-6));
        assertThat(five.get("214840417")).isCloseTo(0.12808311858633378, within(1e-6));
    }

    @Test
    void hitRatesDoNotFallAndStandInThePublishedOrder() {
        NextItem rules = measure(SequentialRulesAlgorithm.rsc15(), .616, .346);
        NextItem vsknn = measure(SessionNeighboursAlgorithm.vsknn(), .680, .369);
        NextItem stan = measure(SessionNeighboursAlgorithm.stan(), .676, .369);
        NextItem vstan = measure(SessionNeighboursAlgorithm.vstan(), .684, .374);

        assertThat(rules.events()).isEqualTo(10_152);
        assertThat(vstan.hitRateAbove(stan)).isGreaterThan(1.96);
        assertThat(vstan.hitRateAbove(rules)).isGreaterThan(1.96);
        assertThat(vsknn.hitRateAbove(rules)).isGreaterThan(1.96);
        assertThat(Math.abs(stan.hitRateAbove(vsknn))).as("too near to tell").isLessThan(1.96);
    }

    @Test
    void theSettingsForSmallShopsFindMore() {
        NextItem vstan = measure(SessionNeighboursAlgorithm.vstan(), .684, .374);
        assertThat(measure(SessionNeighboursAlgorithm.smallShop(), .694, .374).hitRateAbove(vstan))
                .isGreaterThan(1.96);
        measure(SequentialRulesAlgorithm.smallShop(), .647, .354);
    }

    private static NextItem measure(Algorithm algorithm, double hitRate, double mrr) {
        NextItem result = NextItem.ofPrefixes(data, 20, algorithm.train(data.train(), Tiles.sequential())::score);
        assertThat(result.hitRate()).as("HR@20 of %s", algorithm.parameters()).isGreaterThan(hitRate);
        assertThat(result.mrr()).as("MRR@20 of %s", algorithm.parameters()).isGreaterThan(mrr);
        return result;
    }

    private static History history(String... items) {
        int[][] steps =
                Arrays.stream(items).map(item -> new int[] {ids.indexOf(item)}).toArray(int[][]::new);
        return History.of(0, new long[items.length], steps);
    }

    /** The largest scores, as shares of the largest of all. */
    private static double[] best(Scorer scorer, History history, int count) {
        float[] scores = new float[scorer.items()];
        scorer.score(history, scores);
        Arrays.sort(scores);
        double[] best = new double[count];
        Arrays.setAll(best, k -> (double) scores[scores.length - 1 - k] / scores[scores.length - 1]);
        return best;
    }

    /** As shares of the largest, with the idf of the authors' code: it counts clicks where ours counts sessions. */
    private static Map<String, Double> withIdfOfClicks(Scorer scorer, History history) {
        Histories histories = data.train().histories();
        int[] clicks = new int[histories.items()];
        for (int line = 0; line < histories.lines(); line++) {
            clicks[histories.item(line)]++;
        }
        float[] scores = new float[scorer.items()];
        scorer.score(history, scores);
        Map<String, Double> result = new TreeMap<>();
        double largest = 0;
        for (int item = 0; item < scores.length; item++) {
            double value = scores[item] * (1 + 5 * Math.log((double) histories.rows() / clicks[item]));
            result.put(ids.get(item), value);
            largest = Math.max(largest, value);
        }
        double most = largest;
        result.replaceAll((item, value) -> value / most);
        return result;
    }
}
