package dev.comptoir.value.next.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The renewal model fitted to a business's histories: the most probable parameters under weak prior beliefs, which decide
 * alone where there is next to no data. Immutable.
 *
 * @param model the parameters
 * @param logLikelihood of the rows that were fitted to, without the prior
 */
public record RenewalFit(Renewal model, double logLikelihood) {
    /** More customers than these hardly move five parameters. */
    public static final int MAX_ROWS = 10_000;

    /*
     * The parameters are searched as (ln k, ln r, ln typical interval = k alpha / r, logit of the mean chance to leave
     * a / (a + b), ln (a + b)): nearly independent of each other, and each with a meaning that a weak belief can be held about.
     * Centres and widths are round numbers, not fitted to any data set.
     */
    private static final int K = 0;
    private static final int R = 1;
    private static final int INTERVAL = 2;
    private static final int LEAVING = 3;
    private static final int CERTAINTY = 4;
    private static final double[] LOWEST = {Math.log(0.1), Math.log(0.05), Math.log(0.01), -9, Math.log(0.01)};
    private static final double[] HIGHEST = {Math.log(200), Math.log(1000), Math.log(1e6), 9, Math.log(1e4)};
    private static final double[] WIDTHS = {1, 1.5, 1, 1.5, 1.5};
    private static final int FEW_ROWS = 1_000;
    private static final double STEP = 0.3;
    private static final double SMALL_STEP = 0.1;
    private static final double TOLERANCE = 1e-3;
    private static final int MAX_CALLS = 2_000;

    /** Fits all parameters: first to a few customers, to come near for little, then to as many as may count. */
    public static RenewalFit of(SeriesSet set, Histories histories) {
        double[] centre = beliefs(histories);
        RenewalFit near = search(FitRows.of(set, histories, FEW_ROWS), centre, centre, WIDTHS, STEP);
        return histories.rows <= FEW_ROWS ? near : near.again(set, histories, MAX_ROWS);
    }

    /** Fits again, to more customers, an earlier day or other time scales, starting from what is known. */
    public RenewalFit again(SeriesSet set, Histories histories, int maxRows) {
        FitRows rows = FitRows.of(set, histories, maxRows);
        return search(rows, coordinates(), beliefs(histories), WIDTHS, SMALL_STEP);
    }

    private static double[] beliefs(Histories histories) {
        return new double[] {
            Math.log(1.5), 0, Math.log(typicalInterval(histories)), Math.log(0.1 / 0.9), Math.log(2),
        };
    }

    /**
     * A category's own typical interval and regularity, drawn towards those of this fit the more, the less is known; how
     * customers differ and leave stays as it is here.
     */
    public RenewalFit forPart(SeriesSet set, Histories histories) {
        double[] whole = coordinates();
        return search(FitRows.of(set, histories, MAX_ROWS), whole, whole, new double[] {0.5, 0, 0.7, 0, 0}, STEP);
    }

    private static RenewalFit search(FitRows rows, double[] start, double[] centre, double[] widths, double step) {
        int[] free =
                IntStream.range(0, widths.length).filter(i -> widths[i] > 0).toArray();
        double[] begin = Arrays.stream(free).mapToDouble(i -> start[i]).toArray();
        double[] found = Simplex.minimise(
                at -> {
                    double[] full = full(start, free, at);
                    double penalty = 0;
                    for (int i : free) {
                        double off = (full[i] - centre[i]) / widths[i];
                        penalty += off * off / 2 + outside(full[i], i);
                    }
                    return penalty - rows.logLikelihood(model(full));
                },
                begin,
                step,
                TOLERANCE,
                MAX_CALLS);
        Renewal model = model(full(start, free, found));
        return new RenewalFit(model, rows.logLikelihood(model));
    }

    private static double[] full(double[] start, int[] free, double[] at) {
        double[] full = start.clone();
        for (int i = 0; i < free.length; i++) {
            full[free[i]] = at[i];
        }
        return full;
    }

    /** Leads the search back into the range in which the functions are exact. */
    private static double outside(double value, int i) {
        double off = Math.max(0, Math.max(LOWEST[i] - value, value - HIGHEST[i]));
        return 1e3 * off * off;
    }

    private static Renewal model(double[] at) {
        double[] in = new double[at.length];
        Arrays.setAll(in, i -> Math.max(LOWEST[i], Math.min(HIGHEST[i], at[i])));
        double k = Math.exp(in[K]);
        double r = Math.exp(in[R]);
        double leaving = 1 / (1 + Math.exp(-in[LEAVING]));
        double certainty = Math.exp(in[CERTAINTY]);
        return new Renewal(k, r, Math.exp(in[INTERVAL]) * r / k, certainty * leaving, certainty * (1 - leaving));
    }

    private double[] coordinates() {
        return new double[] {
            Math.log(model.k()),
            Math.log(model.r()),
            Math.log(model.k() * model.alpha() / model.r()),
            Math.log(model.a() / model.b()),
            Math.log(model.a() + model.b()),
        };
    }

    /** The median over customers of their mean interval: one who comes daily does not decide for all. */
    private static double typicalInterval(Histories histories) {
        double[] means = new double[histories.rows];
        int count = 0;
        for (int i = 0; i < histories.rows; i++) {
            if (histories.intervals[i] > 0) {
                means[count++] = histories.sumDays[i] / histories.intervals[i];
            }
        }
        if (count == 0) {
            return 30;
        }
        Arrays.sort(means, 0, count);
        return means[count / 2];
    }
}
