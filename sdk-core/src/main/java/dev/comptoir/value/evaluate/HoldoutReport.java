package dev.comptoir.value.evaluate;

import java.util.List;

/**
 * How well the purchases of the hold-out time were foretold. Every number is finite. Immutable.
 *
 * @param name of the model or the guess
 * @param mae the mean absolute error of the number of purchases per customer
 * @param rmse the root of the mean squared error
 * @param correlation Pearson's, of predicted and actual numbers; 0 where one of them is the same for all
 * @param auc the probability that of two customers the one who bought at all had more foretold; ties count half; 0.5 where all or
 *     none bought
 * @param predictedTotal all purchases foretold
 * @param actualTotal all purchases that came
 * @param topOverlap the share of the best tenth of customers (at least one) that is in the tenth foretold to be; ties at the edge share the
 *     places left evenly
 * @param calibration ten groups of equal size, least foretold first; fewer where there are fewer customers
 */
public record HoldoutReport(
        String name,
        double mae,
        double rmse,
        double correlation,
        double auc,
        double predictedTotal,
        long actualTotal,
        double topOverlap,
        List<CalibrationGroup> calibration) {
    public HoldoutReport {
        calibration = List.copyOf(calibration);
    }

    /** The sum of all absolute errors over the sum of what came, which BTYDplus calls MAE; 0 where nothing came. */
    public double relativeMae() {
        long customers =
                calibration.stream().mapToLong(CalibrationGroup::customers).sum();
        return actualTotal == 0 ? 0 : mae * customers / actualTotal;
    }

    /** By what share the total was missed, 0.1 for ten in a hundred too many; 0 where nothing came. */
    public double totalError() {
        return actualTotal == 0 ? 0 : predictedTotal / actualTotal - 1;
    }
}
