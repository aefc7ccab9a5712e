package dev.comptoir.examples.bakery;

import java.time.LocalDate;
import java.time.Month;
import java.util.Random;

/** What is bought on top around the feasts. */
final class Feasts {
    private Feasts() {}

    static void add(Ticket.Basket basket, Habit habit, LocalDate day, Random random) {
        // Drawn in any case, so that a feast moves nothing that comes after it.
        double draw = random.nextDouble();
        if (habit == Habit.LUNCH_WORKER || habit == Habit.SAME_TART) {
            return;
        }
        if (day.getMonth() == Month.JANUARY) {
            boolean epiphany = day.getDayOfMonth() <= 12;
            basket.add("galette-rois", draw < (OpeningDays.isWeekend(day) ? epiphany ? 0.35 : 0.15 : 0.05) ? 1 : 0);
        }
        if (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 14 && day.getDayOfMonth() <= 25) {
            basket.add("buche-noel", draw < (day.getDayOfMonth() >= 23 ? 0.45 : 0.08) ? 1 : 0);
        }
    }
}
