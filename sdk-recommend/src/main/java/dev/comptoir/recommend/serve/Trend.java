package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.SalesCounts;

/** What sells better this week than it did before. Immutable and thread-safe. */
public final class Trend {
    /*
     * Receipts with item i in the last 7 days, n, against those expected from the 8 weeks before, e = (before + k m) / (weeks + k)
     * with the shop's mean m per item and week, k = 1 week:
     *   value = (n - e) / sqrt(e + 1)
     * which is about a standard normal deviate for Poisson counts, so that five instead of none weigh more than fifty-five
     * instead of fifty. Where the shop is younger than the eight weeks, only its own weeks count.
     */
    /** How many days "this week" has. */
    public static final int DAYS = 7;

    private static final int WEEKS_BEFORE = 8;

    private final int[] now;
    private final double[] expected;

    private Trend(int[] now, double[] expected) {
        this.now = now;
        this.expected = expected;
    }

    static Trend of(SalesCounts counts, int today) {
        int items = counts.items();
        int[] now = new int[items];
        int[] before = new int[items];
        long total = 0;
        int sold = 0;
        int first = today;
        for (int item = 0; item < items; item++) {
            for (int k = counts.dayStart()[item]; k < counts.dayStart()[item + 1]; k++) {
                int age = today - counts.day()[k];
                if (age >= 0 && age < DAYS) {
                    now[item] += counts.count()[k];
                } else if (age >= DAYS && age < DAYS * (1 + WEEKS_BEFORE)) {
                    before[item] += counts.count()[k];
                    first = Math.min(first, counts.day()[k]);
                }
            }
            total += before[item];
            sold += before[item] + now[item] > 0 ? 1 : 0;
        }
        double weeks = Math.min(WEEKS_BEFORE, Math.max(0, today - first - DAYS + 1) / (double) DAYS);
        double mean = sold == 0 || weeks == 0 ? 0 : total / weeks / sold;
        double[] expected = new double[items];
        for (int item = 0; item < items; item++) {
            expected[item] = (before[item] + mean) / (weeks + 1);
        }
        return new Trend(now, expected);
    }

    /** Receipts with the item in the last {@value #DAYS} days. */
    public int receipts(int item) {
        return now[item];
    }

    /** Receipts with the item that a week like those before would have had. */
    public double expected(int item) {
        return expected[item];
    }

    /** How far the week stands out, in standard deviations; 0 where it does not, or nothing was sold. */
    public double value(int item) {
        return now[item] == 0 ? 0 : Math.max(0, (now[item] - expected[item]) / Math.sqrt(expected[item] + 1));
    }
}
