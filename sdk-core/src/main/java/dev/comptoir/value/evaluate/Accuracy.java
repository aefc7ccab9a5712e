package dev.comptoir.value.evaluate;

import dev.comptoir.value.internal.RankCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures predicted against actual numbers of purchases. */
final class Accuracy {
    private static final int GROUPS = 10;

    private Accuracy() {}

    static HoldoutReport report(String name, double[] predicted, int[] actual) {
        double absolute = 0;
        double squared = 0;
        double total = 0;
        long came = 0;
        for (int i = 0; i < actual.length; i++) {
            double error = predicted[i] - actual[i];
            absolute += Math.abs(error);
            squared += error * error;
            total += predicted[i];
            came += actual[i];
        }
        double[] numbers = Arrays.stream(actual).asDoubleStream().toArray();
        return new HoldoutReport(
                name,
                absolute / actual.length,
                Math.sqrt(squared / actual.length),
                RankCorrelation.pearson(predicted, numbers),
                auc(predicted, actual),
                total,
                came,
                topOverlap(predicted, numbers),
                calibration(predicted, actual));
    }

    /** Mann and Whitney's statistic, from ranks that ties share. */
    static double auc(double[] predicted, int[] actual) {
        double[] ranks = RankCorrelation.ranks(predicted);
        double sum = 0;
        long buyers = 0;
        for (int i = 0; i < actual.length; i++) {
            if (actual[i] > 0) {
                sum += ranks[i];
                buyers++;
            }
        }
        long others = actual.length - buyers;
        return buyers == 0 || others == 0 ? 0.5 : (sum - buyers * (buyers + 1) / 2.0) / ((double) buyers * others);
    }

    static double topOverlap(double[] predicted, double[] actual) {
        int places = Math.max(1, actual.length / 10);
        double[] foretold = shares(predicted, places);
        double[] came = shares(actual, places);
        double both = 0;
        for (int i = 0; i < actual.length; i++) {
            both += foretold[i] * came[i];
        }
        return both / places;
    }

    /** The probability of each to be among the first so many, if ties at the edge are broken by chance. */
    private static double[] shares(double[] values, int places) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double edge = sorted[sorted.length - places];
        long above = Arrays.stream(values).filter(value -> value > edge).count();
        long at = Arrays.stream(values).filter(value -> value == edge).count();
        return Arrays.stream(values)
                .map(value -> value > edge ? 1 : value == edge ? (double) (places - above) / at : 0)
                .toArray();
    }

    private static List<CalibrationGroup> calibration(double[] predicted, int[] actual) {
        Integer[] order = new Integer[predicted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(predicted[i], predicted[j]));
        int groups = Math.min(GROUPS, order.length);
        List<CalibrationGroup> calibration = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) order.length * group / groups);
            int to = (int) ((long) order.length * (group + 1) / groups);
            double foretold = 0;
            double came = 0;
            for (int i = from; i < to; i++) {
                foretold += predicted[order[i]];
                came += actual[order[i]];
            }
            calibration.add(new CalibrationGroup(to - from, foretold / (to - from), came / (to - from)));
        }
        return calibration;
    }
}
