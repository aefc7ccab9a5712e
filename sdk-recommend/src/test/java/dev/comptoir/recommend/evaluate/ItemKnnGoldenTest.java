package dev.comptoir.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.neighbours.ItemKnnAlgorithm;
import dev.comptoir.testkit.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Item-kNN by cosine on MovieLens 100K ({@link Protocols#ml100kSg}), against an independent implementation, to its four digits. */
@Tag("data")
class ItemKnnGoldenTest {
    private static FoldInSplit split;

    @BeforeAll
    static void read() throws IOException {
        Path file = PublicData.require("movielens-100k").resolve("interactions.csv.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            split = Protocols.ml100kSg(reader.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells ->
                            new Interaction(cells[0], cells[1], Long.parseLong(cells[2]), Double.parseDouble(cells[3])))
                    .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"20, .2006, .3873, .2619", "50, .2119, .3925, .2565", "100, .2048, .3987, .2570"})
    void cosineGivesTheReferenceFigures(int neighbors, double recall20, double recall50, double ndcg100) {
        Scorer scorer = ItemKnnAlgorithm.cosine(neighbors, 0).train(Dataset.of(histories()), Tiles.sequential());
        float[] scores = new float[scorer.items()];
        double[] sums = new double[3];
        for (HeldOutUser user : split.test()) {
            scorer.score(History.of(0, new long[1], new int[][] {ints(user.foldIn())}), scores);
            double[] wide = new double[scores.length];
            for (int item = 0; item < wide.length; item++) {
                wide[item] = scores[item];
            }
            int[] ranked = Ranking.top(wide, user.foldIn(), 100);
            Set<Integer> target = new HashSet<>(user.target());
            sums[0] += Metrics.truncatedRecall(ranked, target, 20) / split.testUsers();
            sums[1] += Metrics.truncatedRecall(ranked, target, 50) / split.testUsers();
            sums[2] += Metrics.truncatedNdcg(ranked, target, 100) / split.testUsers();
        }

        assertThat(sums).containsExactly(new double[] {recall20, recall50, ndcg100}, within(6e-5));
    }

    private static Histories histories() {
        InteractionMatrix matrix = split.train();
        Histories.Builder rows = Histories.builder(matrix.items());
        for (int row = 0; row < matrix.rows(); row++) {
            int[] items = new int[matrix.rowLength(row)];
            for (int k = 0; k < items.length; k++) {
                items[k] = matrix.item(row, k);
            }
            rows.basket(0, items).endUser();
        }
        return rows.build();
    }

    private static int[] ints(List<Integer> items) {
        return items.stream().mapToInt(Integer::intValue).toArray();
    }
}
