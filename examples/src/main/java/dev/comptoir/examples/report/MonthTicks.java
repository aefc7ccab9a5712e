package dev.comptoir.examples.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Which months a time axis names: as many as fit, at steps that fall on the same months each year. */
final class MonthTicks {
    private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};

    private MonthTicks() {}

    /** The months that begin from {@code start} to {@code end}, at most {@code most} of them. */
    static List<YearMonth> between(LocalDate start, LocalDate end, int most) {
        List<YearMonth> months = List.of();
        for (int step : STEPS) {
            months = every(step, start, end);
            if (months.size() <= Math.max(1, most)) {
                return months;
            }
        }
        return months;
    }

    private static List<YearMonth> every(int step, LocalDate start, LocalDate end) {
        List<YearMonth> months = new ArrayList<>();
        YearMonth month = YearMonth.from(start);
        if (start.getDayOfMonth() > 1) {
            month = month.plusMonths(1);
        }
        while ((month.getYear() * 12 + month.getMonthValue() - 1) % step != 0) {
            month = month.plusMonths(1);
        }
        for (; !month.atDay(1).isAfter(end); month = month.plusMonths(step)) {
            months.add(month);
        }
        return months;
    }
}
