package dev.comptoir.examples.report;

import dev.comptoir.BusinessSettings;
import dev.comptoir.Money;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Adds up sales by local day, then by week. Not thread-safe. */
final class WeekSums {
    private final BusinessSettings settings;
    private final NavigableMap<LocalDate, Money> days = new TreeMap<>();

    WeekSums(BusinessSettings settings) {
        this.settings = settings;
    }

    void add(Event event) {
        if (event instanceof Purchase purchase) {
            add(event, purchase.total());
        } else if (event instanceof Return brought) {
            add(event, brought.total());
        }
    }

    List<WeekSales> weeks() {
        NavigableMap<LocalDate, Money> sums = new TreeMap<>();
        days.forEach((day, money) -> sums.merge(monday(day), money, Money::plus));
        List<WeekSales> weeks = new ArrayList<>();
        if (!sums.isEmpty()) {
            for (LocalDate week = sums.firstKey(); !week.isAfter(sums.lastKey()); week = week.plusWeeks(1)) {
                Money total = sums.getOrDefault(week, Money.zero(settings.currency()));
                weeks.add(new WeekSales(week, total, isComplete(week)));
            }
        }
        return weeks;
    }

    /**
     * The first week is cut where its first sale comes later in the week than that of the week after it, and the last one where
     * its last sale comes earlier than that of the week before it. No calendar is needed: a shop that is closed on Mondays
     * begins every week on Tuesday.
     */
    private boolean isComplete(LocalDate week) {
        boolean cutAtStart =
                week.equals(monday(days.firstKey())) && firstDay(week).compareTo(firstDay(week.plusWeeks(1))) > 0;
        boolean cutAtEnd =
                week.equals(monday(days.lastKey())) && lastDay(week).compareTo(lastDay(week.minusWeeks(1))) < 0;
        return !cutAtStart && !cutAtEnd;
    }

    /** A week without a sale proves nothing: the last day here, the first one below. */
    private DayOfWeek firstDay(LocalDate week) {
        LocalDate first = days.ceilingKey(week);
        return first == null || first.isAfter(week.plusDays(6)) ? DayOfWeek.SUNDAY : first.getDayOfWeek();
    }

    private DayOfWeek lastDay(LocalDate week) {
        LocalDate last = days.floorKey(week.plusDays(6));
        return last == null || last.isBefore(week) ? DayOfWeek.MONDAY : last.getDayOfWeek();
    }

    private void add(Event event, Money amount) {
        if (!amount.currency().equals(settings.currency())) {
            return;
        }
        Money signed = event instanceof Return ? Money.zero(amount.currency()).minus(amount) : amount;
        days.merge(LocalDate.ofInstant(event.at(), settings.zone()), signed, Money::plus);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
