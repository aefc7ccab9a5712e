package dev.comptoir.recommend.model.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.testkit.PublicData;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Completing a bakery's receipts, which have no order: the last fifth of the receipts by time, of each one item after the other is
 * taken out and looked for. Protocol and figures: docs/benchmarks/recommend-sessions.md.
 */
@Tag("data")
class BreadBasketTest {
    @Test
    void neighboursCompleteReceiptsBetterThanTheBestSellers() throws IOException {
        Map<Integer, List<SessionData.Click>> byNumber = new TreeMap<>();
        for (String line : SessionData.lines(PublicData.require("bread-basket").resolve("sales.csv.gz"))) {
            String[] cells = line.split(",", 4);
            // NONE stands for a line that was cancelled.
            if (!cells[3].equals("NONE")) {
                long time = LocalDateTime.parse(cells[1] + "T" + cells[2])
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
                byNumber.computeIfAbsent(Integer.valueOf(cells[0]), number -> new ArrayList<>())
                        .add(new SessionData.Click(time, cells[3]));
            }
        }
        List<List<SessionData.Click>> receipts = new ArrayList<>(byNumber.values());
        receipts.sort(
                (left, right) -> Long.compare(left.get(0).time(), right.get(0).time()));
        int cut = receipts.size() * 8 / 10;
        SessionData data = SessionData.of(receipts.subList(0, cut), receipts.subList(cut, receipts.size()), true);
        assertThat(receipts).hasSize(9_465);

        Histories histories = data.train().histories();
        float[] popularity = new float[histories.items()];
        for (int line = 0; line < histories.lines(); line++) {
            popularity[histories.item(line)]++;
        }
        NextItem bestSellers = NextItem.ofReceipts(
                data, 5, (history, scores) -> System.arraycopy(popularity, 0, scores, 0, scores.length));
        NextItem neighbours = NextItem.ofReceipts(
                data, 5, SessionNeighboursAlgorithm.smallShop().train(data.train(), Tiles.sequential())::score);
        NextItem rules = NextItem.ofReceipts(
                data, 5, SequentialRulesAlgorithm.smallShop().train(data.train(), Tiles.sequential())::score);

        assertThat(neighbours.events()).isEqualTo(3_224);
        assertThat(neighbours.hitRate()).isGreaterThan(.604);
        assertThat(neighbours.hitRateAbove(bestSellers)).isGreaterThan(3);
        assertThat(rules.hitRateAbove(bestSellers)).isGreaterThan(1.5);
    }
}
