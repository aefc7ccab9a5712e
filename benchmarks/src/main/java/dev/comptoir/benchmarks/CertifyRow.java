package dev.comptoir.benchmarks;

import dev.comptoir.assist.certify.Certificate;
import dev.comptoir.assist.certify.Certification;
import dev.comptoir.assist.certify.Certifier;
import dev.comptoir.assist.certify.ConformalRiskControl;
import dev.comptoir.assist.certify.Judgement;
import dev.comptoir.assist.certify.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;

/**
 * One certificate, or none, and what became of it on questions that it had not seen. Immutable.
 *
 * @param setting how it was made, for the tables
 * @param rate what was to be certified
 * @param granted whether there is one
 * @param threshold the least score of an answer sent alone; NaN without a certificate
 * @param bound what is certified; NaN without a certificate
 * @param calibration how many judged questions it was made from
 * @param automation the share of the fresh questions answered alone, 0..1
 * @param wrong how many of these answers were wrong
 * @param answered how many answers these are
 * @param fresh how many fresh questions there were
 * @param ofAll whether the rate is of all questions, not of those answered alone
 */
record CertifyRow(
        String setting,
        double rate,
        boolean granted,
        double threshold,
        double bound,
        int calibration,
        double automation,
        int wrong,
        int answered,
        int fresh,
        boolean ofAll) {
    static final String HEAD = String.format(
            Locale.ROOT,
            "%-34s %6s %8s %9s %9s %11s %9s %6s%n",
            "setting",
            "target",
            "reviewed",
            "threshold",
            "certified",
            "sent alone",
            "wrong",
            "held");

    /** Learn-then-Test on one part, observed on the other. */
    static CertifyRow certificate(String setting, Target target, List<Judgement> reviewed, List<Judgement> fresh) {
        Certification certification =
                Certifier.of(target).pooling().certify(reviewed, "benchmark", "benchmark", Instant.EPOCH);
        if (certification.certificates().isEmpty()) {
            return observed(setting, target.rate(), Double.NaN, Double.NaN, reviewed, fresh, score -> false, false);
        }
        Certificate one = certification.certificates().get(0);
        return observed(
                setting, target.rate(), one.threshold(), one.upperBound(), reviewed, fresh, one::accepts, false);
    }

    /** Conformal risk control on one part, observed on the other. */
    static CertifyRow ofAllMail(String setting, double rate, List<Judgement> reviewed, List<Judgement> fresh) {
        return ConformalRiskControl.of(reviewed, rate)
                .map(control -> observed(
                        setting,
                        rate,
                        control.threshold(),
                        rate,
                        reviewed,
                        fresh,
                        score -> score > 0 && score >= control.threshold(),
                        true))
                .orElseGet(
                        () -> observed(setting, rate, Double.NaN, Double.NaN, reviewed, fresh, score -> false, true));
    }

    private static CertifyRow observed(
            String setting,
            double rate,
            double threshold,
            double bound,
            List<Judgement> reviewed,
            List<Judgement> fresh,
            DoublePredicate alone,
            boolean ofAll) {
        int answered = 0;
        int wrong = 0;
        for (Judgement judgement : fresh) {
            if (alone.test(judgement.score())) {
                answered++;
                wrong += judgement.correct() ? 0 : 1;
            }
        }
        double automation = fresh.isEmpty() ? 0 : (double) answered / fresh.size();
        return new CertifyRow(
                setting,
                rate,
                !Double.isNaN(bound),
                threshold,
                bound,
                reviewed.size(),
                automation,
                wrong,
                answered,
                fresh.size(),
                ofAll);
    }

    /** The observed share of wrong answers; 0 where nothing was sent. */
    double error() {
        int of = ofAll ? fresh : answered;
        return of == 0 ? 0 : (double) wrong / of;
    }

    boolean held() {
        return error() <= rate;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-34s %5.1f%% %8d %9s %9s %10.1f%% %8.2f%% %6s%n",
                setting,
                100 * rate,
                calibration,
                granted ? String.format(Locale.ROOT, "%.4f", threshold) : "none",
                granted ? String.format(Locale.ROOT, "%.2f%%", 100 * bound) : "-",
                100 * automation,
                100 * error(),
                held() ? "yes" : "NO");
    }

    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("setting", setting);
        fields.put("rate", rate);
        fields.put("granted", granted);
        if (granted) {
            fields.put("threshold", threshold);
            fields.put("certified", bound);
        }
        fields.put("reviewed", calibration);
        fields.put("fresh", fresh);
        fields.put("answered", answered);
        fields.put("wrong", wrong);
        fields.put("automation", automation);
        fields.put("error", error());
        fields.put("ofAll", ofAll);
        fields.put("held", held());
        return fields;
    }
}
