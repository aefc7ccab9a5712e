package dev.comptoir.examples.bakery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The holders of loyalty cards: most of them drawn from the habits, a few as the tour needs them. */
final class Clientele {
    static final int CARDS = 350;

    private static final LocalDate ALWAYS = OpeningDays.FIRST;
    private static final LocalDate STILL = OpeningDays.LAST;

    private Clientele() {}

    static List<CardHolder> draw(long seed) {
        List<Profile> profiles = profiles(new Random(seed));
        List<CardHolder> holders = new ArrayList<>();
        for (int number = 1; number <= CARDS; number++) {
            // A stream of its own for each card, so that one customer's luck moves nobody else's.
            Random random = new Random(seed * 1_000_003 + number);
            Taste taste = Taste.random(random);
            String card = "carte-%04d".formatted(number);
            CardHolder drawn = profiles.get(number - 1).holder(card, taste, random);
            holders.add(known(card, taste, new Random(seed * 1_000_003 - number), drawn));
        }
        return holders;
    }

    private static List<Profile> profiles(Random random) {
        List<Profile> profiles = new ArrayList<>();
        add(profiles, 24, Habit.DAILY_BREAD, Stay.REGULAR);
        add(profiles, 60, Habit.WEEKEND_FAMILY, Stay.REGULAR);
        add(profiles, 45, Habit.LUNCH_WORKER, Stay.REGULAR);
        add(profiles, 40, Habit.SUNDAY_CAKE, Stay.REGULAR);
        add(profiles, 4, Habit.SAME_TART, Stay.REGULAR);
        add(profiles, 20, Habit.MORNING, Stay.REGULAR);
        add(profiles, 35, Habit.MORNING, Stay.NEWCOMER);
        add(profiles, 20, Habit.MORNING, Stay.LAPSED);
        add(profiles, 16, Habit.WEEKEND_FAMILY, Stay.LAPSED);
        add(profiles, CARDS - profiles.size(), Habit.OCCASIONAL, Stay.REGULAR);
        Collections.shuffle(profiles, random);
        return profiles;
    }

    private static void add(List<Profile> profiles, int count, Habit habit, Stay stay) {
        profiles.addAll(Collections.nCopies(count, new Profile(habit, stay)));
    }

    /** The well-known customers keep their cards whatever the seed. */
    private static CardHolder known(String card, Taste drawn, Random random, CardHolder otherwise) {
        Taste taste = drawn.faithful();
        return switch (card) {
            case "carte-0042" ->
                new CardHolder(
                        card, Habit.DAILY_BREAD, taste.with("baguette-tradition", "croissant"), ALWAYS, STILL, random);
            case "carte-0107" ->
                new CardHolder(
                        card, Habit.LUNCH_WORKER, taste.withLunch("poulet-crudites", "eau"), ALWAYS, STILL, random);
            case "carte-0118" ->
                new CardHolder(
                        card,
                        Habit.WEEKEND_FAMILY,
                        taste.with("pain-campagne", "pain-chocolat"),
                        ALWAYS,
                        STILL,
                        random);
            case "carte-0156" ->
                new CardHolder(
                        card,
                        Habit.SAME_TART,
                        taste.withCakes("tartelette-citron", "tarte-pommes"),
                        ALWAYS,
                        STILL,
                        random);
            case "carte-0201" ->
                new CardHolder(
                        card,
                        Habit.DAILY_BREAD,
                        taste.with("pain-cereales", "pain-raisins"),
                        ALWAYS,
                        LocalDate.of(2025, 7, 12),
                        random);
            case "carte-0233" ->
                new CardHolder(
                        card,
                        Habit.MORNING,
                        taste.with("baguette", "chausson-pommes"),
                        LocalDate.of(2026, 1, 10),
                        STILL,
                        random);
            case "carte-0298" ->
                new CardHolder(
                        card, Habit.SUNDAY_CAKE, taste.withCakes("paris-brest", "tarte-pommes"), ALWAYS, STILL, random);
            default -> otherwise;
        };
    }

    private enum Stay {
        REGULAR,
        NEWCOMER,
        LAPSED
    }

    private record Profile(Habit habit, Stay stay) {
        CardHolder holder(String card, Taste taste, Random random) {
            LocalDate joined = random.nextDouble() < 0.6 ? ALWAYS : ALWAYS.plusDays(random.nextInt(420));
            return switch (stay) {
                case REGULAR -> new CardHolder(card, habit, taste, joined, STILL, random);
                case NEWCOMER ->
                    new CardHolder(
                            card, habit, taste, LocalDate.of(2026, 1, 2).plusDays(random.nextInt(45)), STILL, random);
                case LAPSED ->
                    new CardHolder(
                            card,
                            habit,
                            taste,
                            joined,
                            LocalDate.of(2025, 6, 15).plusDays(random.nextInt(60)),
                            random);
            };
        }
    }
}
