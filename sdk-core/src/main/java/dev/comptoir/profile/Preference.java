package dev.comptoir.profile;

import java.time.Instant;

/**
 * Something that a customer likes or dislikes: how it is known, how sure that is, and of when. Immutable.
 *
 * <p>The confidence can be computed again from the numbers beside it, by origin:
 *
 * <ul>
 *   <li>{@link Origin#STATED}: {@code strength · 2^(-months / halfLifeMonths)}
 *   <li>{@link Origin#OBSERVED}: {@link #lowerBound lowerBound(support, trials)}, of the purchases with the product among all
 *       purchases, each weighing {@code 2^(-months / halfLifeMonths)}
 *   <li>{@link Origin#INFERRED}: the same for the category, times {@code 1 - 1 / products}: from one product alone nothing is
 *       inferred
 * </ul>
 *
 * <p>Months are the calendar months from then to now in the business's zone, 0 for the current month and for times to come.
 *
 * @param kind what it is about
 * @param key the product's id, the category or the topic
 * @param title what to call it in front of people
 * @param attitude liked or disliked
 * @param origin how it is known
 * @param confidence 0 to 1
 * @param date when it was said, or last seen
 * @param halfLifeMonths after so many months it counts half
 * @param support of a statement its strength, 0 to 1; otherwise the weight of the purchases with it
 * @param trials of a statement its weight now, 0 to 1; otherwise the weight of all purchases
 * @param products how many different products it rests on; 0 for a statement
 */
public record Preference(
        Kind kind,
        String key,
        String title,
        Attitude attitude,
        Origin origin,
        double confidence,
        Instant date,
        int halfLifeMonths,
        double support,
        double trials,
        int products) {
    /** What was bought counts half after so many months. */
    public static final int OBSERVED_HALF_LIFE_MONTHS = 6;

    /** What was said counts half after so many months. */
    public static final int STATED_HALF_LIFE_MONTHS = 24;

    /** The 90 % quantile of the normal distribution. */
    private static final double Z = 1.2815515655446004;

    /** What a preference can be about. */
    public enum Kind {
        PRODUCT,
        CATEGORY,
        /** Anything else that was said, for example {@code gluten-free}. */
        TOPIC
    }

    /** For or against. */
    public enum Attitude {
        LIKES,
        DISLIKES
    }

    /** How a preference is known. */
    public enum Origin {
        /** The customer said so, or rated it. */
        STATED,
        /** The customer buys it. */
        OBSERVED,
        /** The customer buys different products of that category. */
        INFERRED
    }

    /**
     * The share that {@code support} of {@code trials} is at least, with 90 % certainty: Wilson's lower bound (1927), which needs
     * no whole numbers. 0 where there were no trials.
     */
    public static double lowerBound(double support, double trials) {
        if (!(trials > 0) || !(support > 0)) {
            return 0;
        }
        double share = Math.min(1, support / trials);
        double z2 = Z * Z / trials;
        double root = Z * Math.sqrt((share * (1 - share) + z2 / 4) / trials);
        return Math.min(1, Math.max(0, (share + z2 / 2 - root) / (1 + z2)));
    }
}
