package dev.comptoir.examples.bakery;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;

/** The kinds of customers a bakery has: when they come, and what they take. */
enum Habit {
    DAILY_BREAD(0.46, 7 * 60, 180) {
        @Override
        void fill(Ticket.Basket basket, Taste taste, LocalDate day, Random random) {
            basket.add(taste.choose(taste.bread(), Assortment.BREAD, random), chance(0.15, random) ? 2 : 1);
            if (OpeningDays.isWeekend(day) && chance(0.2 + 0.75 * taste.regularity(), random)) {
                basket.add(taste.choose(taste.pastry(), Assortment.PASTRY, random), 2);
            }
        }
    },
    WEEKEND_FAMILY(0.32, 8 * 60, 210) {
        @Override
        boolean comesOn(DayOfWeek day) {
            return day.getValue() >= DayOfWeek.SATURDAY.getValue();
        }

        @Override
        void fill(Ticket.Basket basket, Taste taste, LocalDate day, Random random) {
            basket.add("croissant", 2 + random.nextInt(3));
            basket.add(taste.choose(taste.pastry(), Assortment.PASTRY, random), 1 + random.nextInt(2));
            basket.add(taste.choose(taste.bread(), Assortment.BREAD, random), chance(0.85, random) ? 1 : 0);
            basket.add("jus-orange", chance(0.15, random) ? 2 : 0);
        }
    },
    LUNCH_WORKER(0.21, 11 * 60 + 45, 110) {
        @Override
        boolean comesOn(DayOfWeek day) {
            return day.getValue() < DayOfWeek.SATURDAY.getValue();
        }

        @Override
        void fill(Ticket.Basket basket, Taste taste, LocalDate day, Random random) {
            basket.add(taste.choose(taste.lunch(), Assortment.LUNCH, random), 1);
            basket.add(taste.choose(taste.drink(), Assortment.DRINK, random), chance(0.65, random) ? 1 : 0);
            basket.add(taste.choose(taste.smallCake(), Assortment.SMALL_CAKE, random), chance(0.3, random) ? 1 : 0);
        }
    },
    SUNDAY_CAKE(0.42, 10 * 60, 150) {
        @Override
        boolean comesOn(DayOfWeek day) {
            return day == DayOfWeek.SUNDAY;
        }

        @Override
        void fill(Ticket.Basket basket, Taste taste, LocalDate day, Random random) {
            if (Assortment.isMadeOn(taste.largeCake(), day) && chance(0.5, random)) {
                basket.add(taste.largeCake(), 1);
            } else {
                basket.add(taste.choose(taste.smallCake(), Assortment.SMALL_CAKE, random), 2 + random.nextInt(3));
            }
            basket.add(taste.choose(taste.bread(), Assortment.BREAD, random), chance(0.6, random) ? 1 : 0);
        }
    },
    SAME_TART(0.75, 15 * 60, 120) {
        @Override
        boolean comesOn(DayOfWeek day) {
            return day == DayOfWeek.SATURDAY;
        }

        @Override
        void fill(Ticket.Basket basket, Taste taste, LocalDate day, Random random) {
            basket.add(taste.smallCake(), 2);
            basket.add(taste.bread(), chance(0.2, random) ? 1 : 0);
        }
    },
    OCCASIONAL(0.026, 9 * 60, 570) {
        @Override
        void fill(Ticket.Basket basket, Taste taste, LocalDate day, Random random) {
            mixed(basket, taste, random);
        }
    },
    PASSER_BY(1, 7 * 60 + 15, 670) {
        @Override
        void fill(Ticket.Basket basket, Taste taste, LocalDate day, Random random) {
            mixed(basket, taste, random);
        }
    },
    MORNING(0.17, 7 * 60 + 30, 120) {
        @Override
        void fill(Ticket.Basket basket, Taste taste, LocalDate day, Random random) {
            basket.add(taste.choose(taste.pastry(), Assortment.PASTRY, random), 1);
            basket.add("cafe", chance(0.45, random) ? 1 : 0);
            basket.add(taste.choose(taste.bread(), Assortment.BREAD, random), chance(0.5, random) ? 1 : 0);
        }
    };

    private final double visitChance;
    private final int firstMinute;
    private final int minutes;

    Habit(double visitChance, int firstMinute, int minutes) {
        this.visitChance = visitChance;
        this.firstMinute = firstMinute;
        this.minutes = minutes;
    }

    abstract void fill(Ticket.Basket basket, Taste taste, LocalDate day, Random random);

    boolean comesOn(DayOfWeek day) {
        return true;
    }

    double visitChance(LocalDate day, double regularity) {
        return comesOn(day.getDayOfWeek()) ? visitChance * (0.7 + 0.9 * regularity) : 0;
    }

    LocalTime time(Random random) {
        return LocalTime.MIN.plusMinutes(firstMinute + random.nextInt(minutes));
    }

    private static boolean chance(double probability, Random random) {
        return random.nextDouble() < probability;
    }

    private static void mixed(Ticket.Basket basket, Taste taste, Random random) {
        double mood = random.nextDouble();
        if (mood < 0.55) {
            basket.add(taste.choose(taste.bread(), Assortment.BREAD, random), 1);
        }
        if (mood > 0.35 && mood < 0.8) {
            basket.add(taste.choose(taste.pastry(), Assortment.PASTRY, random), 1 + random.nextInt(2));
        }
        if (mood >= 0.8 && mood < 0.92) {
            basket.add(taste.choose(taste.lunch(), Assortment.LUNCH, random), 1);
            basket.add(taste.choose(taste.drink(), Assortment.DRINK, random), 1);
        }
        if (mood >= 0.92 || chance(0.1, random)) {
            basket.add(taste.choose(taste.smallCake(), Assortment.SMALL_CAKE, random), 1 + random.nextInt(2));
        }
    }
}
