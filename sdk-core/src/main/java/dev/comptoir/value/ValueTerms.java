package dev.comptoir.value;

/**
 * What a value is computed for. Immutable.
 *
 * @param horizonWeeks how far into the future purchases count: above 0, at most 5,220 (a hundred years)
 * @param annualDiscountRate by how much less a purchase counts that is a year away, 0.1 for ten in a hundred: from 0 to 10
 * @param margin the part of the amounts that counts, 1 for all of the revenue: above 0, at most 1
 * @param level the probability that intervals hold: above 0.5, below 1
 */
public record ValueTerms(double horizonWeeks, double annualDiscountRate, double margin, double level) {
    /** The mean number of weeks in a year. */
    public static final double WEEKS_PER_YEAR = 365.2425 / 7;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is outside of its range
     */
    public ValueTerms {
        check("horizonWeeks", horizonWeeks, horizonWeeks > 0 && horizonWeeks <= 5220, "above 0 and at most 5220");
        check(
                "annualDiscountRate",
                annualDiscountRate,
                annualDiscountRate >= 0 && annualDiscountRate <= 10,
                "from 0 to 10");
        check("margin", margin, margin > 0 && margin <= 1, "above 0 and at most 1");
        check("level", level, level > 0.5 && level < 1, "above 0.5 and below 1");
    }

    /** The same terms for another horizon. */
    ValueTerms over(double horizonWeeks) {
        return new ValueTerms(horizonWeeks, annualDiscountRate, margin, level);
    }

    /** What one unit of money is worth now that comes after so many weeks. */
    public double discount(double weeks) {
        return Math.pow(1 + annualDiscountRate, -weeks / WEEKS_PER_YEAR);
    }

    /** In how many equal steps of about a month the horizon is discounted, each from its middle. */
    public int steps() {
        return (int) Math.ceil(horizonWeeks * 12 / WEEKS_PER_YEAR);
    }

    private static void check(String name, double value, boolean allowed, String range) {
        if (!allowed) {
            throw new IllegalArgumentException("The " + name + " is " + value + "; it must be " + range + ".");
        }
    }
}
