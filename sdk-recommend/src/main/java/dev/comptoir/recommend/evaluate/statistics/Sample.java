package dev.comptoir.recommend.evaluate.statistics;

import java.util.Arrays;

/**
 * Values of questions, summed by the customer or session they belong to, window by window. Questions of one unit are alike, so
 * units are what is drawn. Immutable and thread-safe.
 */
public final class Sample {
    private final int[] windowStart;
    private final int[] unit;
    private final double[] sum;
    private final int[] count;

    private Sample(int[] windowStart, int[] unit, double[] sum, int[] count) {
        this.windowStart = windowStart;
        this.unit = unit;
        this.sum = sum;
        this.count = count;
    }

    /**
     * A sample of these values.
     *
     * @param values one per question; NaN is passed over
     * @param units the unit of each question
     * @param windows the window of each question
     * @throws IllegalArgumentException if the arrays are not equally long
     */
    public static Sample of(double[] values, int[] units, int[] windows) {
        if (values.length != units.length || values.length != windows.length) {
            throw new IllegalArgumentException("There are " + values.length + " values, " + units.length + " units and "
                    + windows.length + " windows, but there must be one of each per question.");
        }
        long[] order = new long[values.length];
        int size = 0;
        for (int q = 0; q < values.length; q++) {
            if (!Double.isNaN(values[q])) {
                order[size++] = q;
            }
        }
        Integer[] sorted = new Integer[size];
        Arrays.setAll(sorted, k -> (int) order[k]);
        // A stable sort: sums run in the order of the questions.
        Arrays.sort(sorted, (a, b) -> {
            int byWindow = Integer.compare(windows[a], windows[b]);
            return byWindow != 0 ? byWindow : Integer.compare(units[a], units[b]);
        });
        int[] start = new int[size + 1];
        int[] unit = new int[size];
        double[] sum = new double[size];
        int[] count = new int[size];
        int cells = 0;
        int opened = 0;
        for (int k = 0; k < size; k++) {
            int q = sorted[k];
            boolean newWindow = k == 0 || windows[q] != windows[sorted[k - 1]];
            if (newWindow) {
                start[opened++] = cells;
            }
            if (newWindow || units[q] != unit[cells - 1]) {
                unit[cells++] = units[q];
            }
            sum[cells - 1] += values[q];
            count[cells - 1]++;
        }
        start[opened] = cells;
        return new Sample(
                Arrays.copyOf(start, opened + 1),
                Arrays.copyOf(unit, cells),
                Arrays.copyOf(sum, cells),
                Arrays.copyOf(count, cells));
    }

    /** How many windows have a value. */
    public int windows() {
        return windowStart.length - 1;
    }

    /** How many different units have a value, in any window. */
    public int units() {
        return (int) Arrays.stream(unit).distinct().count();
    }

    /** How many questions have a value. */
    public int questions() {
        return Arrays.stream(count).sum();
    }

    /** The mean over questions; NaN where there is none. */
    public double mean() {
        double total = 0;
        for (double one : sum) {
            total += one;
        }
        return total / questions();
    }

    /** Sums by unit over all windows, in ascending order of units. */
    double[] sumsByUnit() {
        int[] distinct = Arrays.stream(unit).sorted().distinct().toArray();
        double[] sums = new double[distinct.length];
        for (int cell = 0; cell < unit.length; cell++) {
            sums[Arrays.binarySearch(distinct, unit[cell])] += sum[cell];
        }
        return sums;
    }

    /** The first cell of a window; a cell is one unit in one window. */
    int windowStart(int window) {
        return windowStart[window];
    }

    double sum(int cell) {
        return sum[cell];
    }

    int count(int cell) {
        return count[cell];
    }
}
