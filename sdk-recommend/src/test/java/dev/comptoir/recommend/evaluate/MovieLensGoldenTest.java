package dev.comptoir.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.testkit.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * EASE^R (Steck, WWW 2019) and popularity on MovieLens 100K under the deterministic protocol {@link Protocols#ml100kSg}, against
 * figures of an independent implementation in double precision, to 1e-6. One hit more or less of one user changes Recall@50 by
 * at least 1 / (50 * 186), about 1e-4.
 */
@Tag("data")
class MovieLensGoldenTest {
    private static FoldInSplit split;

    @BeforeAll
    static void read() throws IOException {
        Path file = PublicData.require("movielens-100k").resolve("interactions.csv.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<Interaction> all = reader.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells ->
                            new Interaction(cells[0], cells[1], Long.parseLong(cells[2]), Double.parseDouble(cells[3])))
                    .toList();
            assertThat(all).hasSize(100_000);
            split = Protocols.ml100kSg(all);
        }
    }

    @Test
    void theSplitHasTheKnownCounts() {
        assertThat(split.trainUsers()).isEqualTo(752);
        assertThat(split.testUsers()).isEqualTo(186);
        assertThat(split.skippedUsers()).isZero();
        assertThat(split.items()).isEqualTo(1404);
        assertThat(split.trainInteractions()).isEqualTo(45_191);
    }

    @Test
    void popularityGivesTheReferenceFigures() {
        check(EvaluatedModel.popularity(), 0.094644, 0.200025, 0.147382);
    }

    @ParameterizedTest
    @CsvSource({
        "50,   0.204968, 0.387617, 0.251423",
        "100,  0.210587, 0.399811, 0.261040",
        "200,  0.212271, 0.400281, 0.263163",
        "300,  0.213303, 0.398680, 0.263333",
        "500,  0.208383, 0.396002, 0.260324",
        "1000, 0.202169, 0.373488, 0.253486"
    })
    void easeGivesTheReferenceFigures(double regularization, double recall20, double recall50, double ndcg100) {
        EvaluationReport report = check(EvaluatedModel.ease(regularization), recall20, recall50, ndcg100);

        assertThat(report.metric("NDCG@100").standardError()).isCloseTo(0.011, within(0.001));
    }

    private static EvaluationReport check(EvaluatedModel model, double recall20, double recall50, double ndcg100) {
        EvaluationReport report = Evaluation.run(split, model, 2);

        assertThat(report.metric("Recall@20").mean()).isCloseTo(recall20, within(1e-6));
        assertThat(report.metric("Recall@50").mean()).isCloseTo(recall50, within(1e-6));
        assertThat(report.metric("NDCG@100").mean()).isCloseTo(ndcg100, within(1e-6));
        return report;
    }
}
