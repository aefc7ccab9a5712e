package dev.comptoir.value.next.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The histories that a fit reads: equal ones counted once, and where there are too many, those with the smallest hashes, so
 * that the same data gives the same sample in whatever order it came.
 */
final class FitRows {
    final int[] counts;
    final int[] slots;
    final double[] sumDays;
    final double[] sumLogDays;
    final double[] elapsed;
    final double[] logScales;
    final double[] weights;

    private record Row(int intervals, double sumDays, double sumLogDays, double elapsed, double logScales) {}

    private FitRows(Map<Row, Integer> rows) {
        TreeMap<Integer, Integer> distinct = new TreeMap<>();
        rows.keySet().forEach(row -> distinct.put(row.intervals(), 0));
        counts = distinct.keySet().stream().mapToInt(Integer::intValue).toArray();
        int size = rows.size();
        slots = new int[size];
        sumDays = new double[size];
        sumLogDays = new double[size];
        elapsed = new double[size];
        logScales = new double[size];
        weights = new double[size];
        int i = 0;
        for (Map.Entry<Row, Integer> entry : rows.entrySet()) {
            Row row = entry.getKey();
            slots[i] = Arrays.binarySearch(counts, row.intervals());
            sumDays[i] = row.sumDays();
            sumLogDays[i] = row.sumLogDays();
            elapsed[i] = row.elapsed();
            logScales[i] = row.logScales();
            weights[i++] = entry.getValue();
        }
    }

    static FitRows of(SeriesSet set, Histories histories, int atMost) {
        int limit = Integer.MAX_VALUE;
        if (histories.rows > atMost) {
            int[] hashes = new int[histories.rows];
            Arrays.setAll(hashes, row -> set.hash(histories.series[row]));
            Arrays.sort(hashes);
            limit = hashes[atMost - 1];
        }
        Map<Row, Integer> rows = new LinkedHashMap<>();
        for (int i = 0; i < histories.rows; i++) {
            if (set.hash(histories.series[i]) <= limit) {
                rows.merge(
                        new Row(
                                histories.intervals[i],
                                histories.sumDays[i],
                                histories.sumLogDays[i],
                                histories.elapsed[i],
                                histories.logScales[i]),
                        1,
                        Integer::sum);
            }
        }
        return new FitRows(rows);
    }

    /** The log-likelihood of all rows; formulas in {@link Renewal}. */
    double logLikelihood(Renewal model) {
        int n = counts.length;
        double[] shape = new double[n];
        double[] logBeta = new double[n];
        double[] constant = new double[n];
        double[] odds = new double[n];
        double logGammaK = SpecialFunctions.logGamma(model.k());
        double start = model.r() * Math.log(model.alpha())
                - SpecialFunctions.logGamma(model.r())
                - SpecialFunctions.logBeta(model.a(), model.b());
        for (int i = 0; i < n; i++) {
            shape[i] = model.shape(counts[i]);
            logBeta[i] = SpecialFunctions.logBeta(shape[i], model.k());
            constant[i] = start
                    + SpecialFunctions.logGamma(shape[i])
                    - counts[i] * logGammaK
                    + SpecialFunctions.logBeta(model.a(), model.b() + counts[i] + 1);
            odds[i] = model.leftOdds(counts[i]);
        }
        double sum = 0;
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            double scale = model.alpha() + sumDays[i];
            double survival = SpecialFunctions.ratioTail(shape[slot], model.k(), logBeta[slot], scale, elapsed[i]);
            sum += weights[i]
                    * (constant[slot]
                            - shape[slot] * Math.log(scale)
                            + (model.k() - 1) * sumLogDays[i]
                            - logScales[i]
                            + Math.log(survival + odds[slot]));
        }
        return sum;
    }
}
