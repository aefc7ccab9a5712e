package dev.comptoir.recommend.model.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.SalesCounts;
import org.junit.jupiter.api.Test;

class RepeatModelTest {
    private static final long DAY = 86_400_000;

    @Test
    void theShareOfOwnReceiptsIsWorkedByHand() {
        // Two receipts a half-life apart, weights 1 and 1/2; item 0 is on the older one: share 1/3. Nobody buys twice:
        // the
        // shop's rate is (0 + 5) / (2 + 10), and the item's (0 + 10 * 5/12) / (1 + 10).
        SalesCounts counts = new SalesCounts(
                new int[] {0, 1, 2}, new int[] {39, 99}, new int[] {1, 1}, new int[] {1, 1}, new int[] {0, 0});
        RepeatModel model = RepeatModel.of(counts, 60, 100);
        History history = History.of(100 * DAY, new long[] {39 * DAY, 99 * DAY}, new int[][] {{0}, {1}});

        assertThat(model.values(history)[0]).isCloseTo(1 / 3.0 * (50 / 12.0) / 11, within(1e-15));
        assertThat(model.values(history)[1]).isCloseTo(2 / 3.0 * (50 / 12.0) / 11, within(1e-15));
    }
}
