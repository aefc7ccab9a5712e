package dev.comptoir.examples.bakery;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rings up two years of receipts, in the order of time. */
final class Till {
    private static final int PASSERS_BY = 9;
    private static final int RETURNS = 12;

    private Till() {}

    static List<Ticket> ring(long seed) {
        List<CardHolder> clientele = Clientele.draw(seed);
        List<Ticket> tickets = new ArrayList<>();
        for (LocalDate day : OpeningDays.all()) {
            double busyness = OpeningDays.busyness(day, seed);
            clientele.forEach(holder -> holder.visit(day, busyness).ifPresent(tickets::add));
            passersBy(day, busyness, seed, tickets);
        }
        // The sort is stable: receipts of one minute stay in the order of the cards.
        tickets.sort(Comparator.comparing(Ticket::at));
        tickets.addAll(returns(tickets));
        tickets.sort(Comparator.comparing(Ticket::at));
        return tickets;
    }

    private static void passersBy(LocalDate day, double busyness, long seed, List<Ticket> tickets) {
        Random random = new Random(seed * 2_000_003 + day.toEpochDay());
        double expected = PASSERS_BY * busyness * (OpeningDays.isWeekend(day) ? 1.6 : 1);
        int count = (int) Math.round(expected + random.nextGaussian() * Math.sqrt(expected));
        for (int i = 0; i < count; i++) {
            Ticket.Basket basket = new Ticket.Basket(day.atTime(Habit.PASSER_BY.time(random)));
            Habit.PASSER_BY.fill(basket, Taste.random(random), day, random);
            Feasts.add(basket, Habit.PASSER_BY, day, random);
            if (!basket.isEmpty()) {
                tickets.add(basket.ticket(null));
            }
        }
    }

    /** Now and then a customer with a card brings back one piece on the next day of opening. */
    private static List<Ticket> returns(List<Ticket> tickets) {
        List<Ticket> returns = new ArrayList<>();
        for (int i = 1; i <= RETURNS; i++) {
            int place = (int) ((long) tickets.size() * i / (RETURNS + 1));
            while (tickets.get(place).card() == null) {
                place++;
            }
            returns.add(broughtBack(tickets.get(place)));
        }
        return returns;
    }

    private static Ticket broughtBack(Ticket ticket) {
        LocalDate day = ticket.at().toLocalDate().plusDays(1);
        while (!OpeningDays.isOpen(day)) {
            day = day.plusDays(1);
        }
        @Nullable String card = ticket.card();
        String article = ticket.pieces().keySet().iterator().next();
        return new Ticket(day.atTime(LocalTime.of(10, 15)), card, Map.of(article, -1));
    }
}
