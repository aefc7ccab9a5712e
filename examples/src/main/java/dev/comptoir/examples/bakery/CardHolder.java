package dev.comptoir.examples.bakery;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.Random;

/** One loyalty card: whose habit it follows, from when until when. */
final class CardHolder {
    private final String card;
    private final Habit habit;
    private final Taste taste;
    private final LocalDate from;
    private final LocalDate until;
    private final int holidayStart;
    private final int holidayDays;
    private final Random random;

    CardHolder(String card, Habit habit, Taste taste, LocalDate from, LocalDate until, Random random) {
        this.card = card;
        this.habit = habit;
        this.taste = taste;
        this.from = from;
        this.until = until;
        this.random = random;
        this.holidayStart = random.nextInt(18);
        this.holidayDays = 10 + random.nextInt(12);
    }

    /** The day's receipt, where the customer comes that day. */
    Optional<Ticket> visit(LocalDate day, double busyness) {
        if (day.isBefore(from) || day.isAfter(until) || isAway(day)) {
            return Optional.empty();
        }
        if (random.nextDouble() >= habit.visitChance(day, taste.regularity()) * busyness) {
            return Optional.empty();
        }
        Ticket.Basket basket = new Ticket.Basket(day.atTime(habit.time(random)));
        habit.fill(basket, taste, day, random);
        Feasts.add(basket, habit, day, random);
        return basket.isEmpty() ? Optional.empty() : Optional.of(basket.ticket(card));
    }

    /** Summer holidays begin between 28 July and 14 August. */
    private boolean isAway(LocalDate day) {
        LocalDate start = LocalDate.of(day.getYear(), Month.JULY, 28).plusDays(holidayStart);
        return !day.isBefore(start) && day.isBefore(start.plusDays(holidayDays));
    }
}
