package dev.comptoir.value.churn;

import dev.comptoir.value.next.Calibration;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Puts risks into words, from {@code churn.properties} and {@code churn_fr.properties}. */
final class ChurnTexts {
    private ChurnTexts() {}

    static String risk(ChurnRisk risk, Locale locale) {
        ChurnEvidence evidence = risk.evidence();
        Calibration calibration = risk.calibration();
        return text(
                        "risk",
                        locale,
                        percent(risk.probability()),
                        risk.definition().horizonDays(),
                        percent(risk.lower()),
                        percent(risk.upper()),
                        evidence.elapsedDays(),
                        evidence.intervals(),
                        percent(evidence.probabilityLeft()))
                + text(
                        "calibration." + calibration.status(),
                        locale,
                        percent(calibration.predicted()),
                        percent(calibration.happened()),
                        calibration.customers());
    }

    private static long percent(double probability) {
        return Math.round(100 * probability);
    }

    private static String text(String key, Locale locale, Object... arguments) {
        boolean french = locale.getLanguage().equals("fr");
        // Each language under a name of its own: the JVM's default locale must never decide what a merchant reads.
        String name = french ? "dev.comptoir.value.churn.churn_fr" : "dev.comptoir.value.churn.churn";
        ResourceBundle bundle = ResourceBundle.getBundle(name, Locale.ROOT, ChurnTexts.class.getModule());
        return new MessageFormat(bundle.getString(key), french ? Locale.FRENCH : Locale.ENGLISH).format(arguments);
    }
}
