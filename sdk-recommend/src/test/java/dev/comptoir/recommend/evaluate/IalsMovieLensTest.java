package dev.comptoir.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ials.Ials;
import dev.comptoir.recommend.model.ials.IalsSettings;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * iALS on MovieLens 100K under {@link Protocols#ml100kSg}, within the range that two seeds of an independent implementation gave
 * (Recall@20 .219 and .227, NDCG@100 .2686 and .2660 at 64 factors; the standard error of either is .011 to .018).
 */
@Tag("data")
class IalsMovieLensTest {
    @ParameterizedTest
    @CsvSource({"64,0,.3,1", "64,0,.3,2", "64,64,.3,1", "64,16,.3,1", "128,0,.1,1"})
    void accuracyIsWithinTheRange(int factors, int block, double unobserved, long seed) throws IOException {
        FoldInSplit split = split();
        IalsSettings settings = new IalsSettings(factors, 16, 0.01, unobserved, 1, seed, block);
        Ials model = Ials.train(split.train(), settings, Tiles.sequential());
        double recall = 0;
        double ndcg = 0;
        float[] scores = new float[split.items()];
        double[] wide = new double[split.items()];
        for (HeldOutUser user : split.test()) {
            model.score(
                    model.foldIn(
                            user.foldIn().stream().mapToInt(Integer::intValue).toArray()),
                    scores);
            for (int item = 0; item < wide.length; item++) {
                wide[item] = scores[item];
            }
            int[] ranked = Ranking.top(wide, user.foldIn(), 100);
            Set<Integer> target = new HashSet<>(user.target());
            recall += Metrics.truncatedRecall(ranked, target, 20) / split.testUsers();
            ndcg += Metrics.truncatedNdcg(ranked, target, 100) / split.testUsers();
        }

        assertThat(recall).isBetween(0.21, 0.235);
        assertThat(ndcg).isBetween(0.26, 0.275);
    }

    private static FoldInSplit split() throws IOException {
        Path file = PublicData.require("movielens-100k").resolve("interactions.csv.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<Interaction> all = reader.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells ->
                            new Interaction(cells[0], cells[1], Long.parseLong(cells[2]), Double.parseDouble(cells[3])))
                    .toList();
            return Protocols.ml100kSg(all);
        }
    }
}
