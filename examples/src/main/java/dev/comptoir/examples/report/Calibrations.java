package dev.comptoir.examples.report;

import dev.comptoir.value.next.Calibration;

/** Says how probabilities held on the business's own past. */
final class Calibrations {
    private Calibrations() {}

    static String text(Calibration calibration, Words words) {
        return words.get(
                "calibration." + calibration.status().name(),
                words.percent(calibration.predicted()),
                words.percent(calibration.happened()),
                calibration.customers());
    }
}
