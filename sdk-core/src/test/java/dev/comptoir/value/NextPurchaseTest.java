package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NextPurchaseTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void fourDaysMakeThreeIntervalsAndTheirMedianLeadsOn() {
        // Days 0, 7, 14, 34: intervals 7, 7, 20.
        assertThat(NextPurchase.from(days(0, 7, 14, 34))).contains(new NextPurchase(FIRST.plusDays(41), 7, 3));
    }

    @Test
    void anEvenNumberOfIntervalsTakesTheMiddleRoundedUp() {
        // Intervals 1, 2, 5, 10: the middle of 2 and 5 is 3.5.
        assertThat(NextPurchase.from(days(0, 1, 3, 8, 18))).contains(new NextPurchase(FIRST.plusDays(22), 4, 4));
    }

    @Test
    void threeDaysAreNoHabit() {
        assertThat(NextPurchase.from(days(0, 7, 14))).isEmpty();
        assertThat(NextPurchase.from(days())).isEmpty();
    }

    private static TreeSet<LocalDate> days(Integer... offsets) {
        TreeSet<LocalDate> days = new TreeSet<>();
        List.of(offsets).forEach(offset -> days.add(FIRST.plusDays(offset)));
        return days;
    }
}
