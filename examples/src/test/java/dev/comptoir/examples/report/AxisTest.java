package dev.comptoir.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.profile.RfmScore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void ticksAreRoundAndHoldAllValues() {
        assertThat(ValueAxis.of(120, 3488, 5).ticks()).containsExactly(0.0, 1000.0, 2000.0, 3000.0, 4000.0);
        assertThat(ValueAxis.of(-30, 70, 5).ticks()).containsExactly(-40.0, -20.0, 0.0, 20.0, 40.0, 60.0, 80.0);
        assertThat(ValueAxis.of(0, 0, 5).ticks()).first().isEqualTo(0.0);
        assertThat(ValueAxis.of(0, 0.9, 5).decimals()).isEqualTo(1);
        assertThat(ValueAxis.of(0, 4000, 4).share(1000)).isEqualTo(0.25);
    }

    @Test
    void monthsAreNamedAtStepsThatFit() {
        LocalDate start = LocalDate.of(2024, 2, 26);
        LocalDate end = LocalDate.of(2026, 3, 1);

        assertThat(MonthTicks.between(start, end, 9))
                .hasSize(8)
                .startsWith(YearMonth.of(2024, 4))
                .contains(YearMonth.of(2025, 1))
                .endsWith(YearMonth.of(2026, 1));
        assertThat(MonthTicks.between(start, end, 4)).hasSize(4).contains(YearMonth.of(2024, 7));
        assertThat(MonthTicks.between(start, start.plusDays(6), 9)).containsExactly(YearMonth.of(2024, 3));
    }

    @Test
    void theMapCountsEveryCustomerOnce() {
        List<RfmCell> cells = RfmCell.of(List.of(new RfmScore(5, 4, 5), new RfmScore(5, 4, 2), new RfmScore(1, 1, 1)));

        assertThat(cells).hasSize(25).contains(new RfmCell(5, 4, 2, 3.5), new RfmCell(1, 1, 1, 1));
        assertThat(cells.stream().mapToInt(RfmCell::customers).sum()).isEqualTo(3);
    }

    @Test
    void coloursFollowTheLegend() {
        assertThat(SvgHeatMap.level(1)).isEqualTo(1);
        assertThat(SvgHeatMap.level(1.79)).isEqualTo(1);
        assertThat(SvgHeatMap.level(3)).isEqualTo(3);
        assertThat(SvgHeatMap.level(5)).isEqualTo(5);
    }
}
