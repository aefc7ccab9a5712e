package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Published estimates on CDNOW, 2,357 customers, 39 weeks, without a prior: parameters to the printed digits, log-likelihoods to
 * .01. Published estimates rest on the summary file, whose times have two decimals; those in seven digits on the raw log.
 */
@Tag("data")
class CdnowGoldenTest {
    /** Fader, Hardie, Lee 2005, table 2: r .243, alpha 4.414, a .793, b 2.426, LL -9582.4; CLVTools -9582.429. */
    @Test
    void bgNbd() {
        List<PurchaseHistory> summary = PublicData.cdnowSummary();
        ModelFit fit = PurchaseModel.fit(PurchaseModel.Kind.BG_NBD, summary, 0);

        close(fit.parameters(), 5e-4, 0.243, 4.414, 0.793, 2.426);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.customers()).isEqualTo(2357);
        assertThat(total(new BgNbd(0.243, 4.414, 0.793, 2.426), summary)).isCloseTo(-9582.4268, within(1e-4));

        ModelFit raw = PurchaseModel.fit(PurchaseModel.Kind.BG_NBD, raw(), 0);
        close(raw.parameters(), 5e-5, 0.2425945, 4.4136019, 0.7929199, 2.4258881);
        assertThat(raw.logLikelihood()).isCloseTo(-9582.4292, within(5e-4));
    }

    /** Fader, Hardie, Lee 2005: r .553, alpha 10.578, s .606, beta 11.669, LL -9595.0; standard errors as in CLVTools. */
    @Test
    void paretoNbd() {
        List<PurchaseHistory> summary = PublicData.cdnowSummary();
        ModelFit fit = PurchaseModel.fit(PurchaseModel.Kind.PARETO_NBD, summary, 0);

        // beta is the flattest direction: the summary's rounding moves its third decimal.
        close(fit.parameters(), 1.1e-3, 0.553, 10.578, 0.606, 11.669);
        assertThat(total(new ParetoNbd(0.553, 10.578, 0.606, 11.669), summary)).isCloseTo(-9594.9740, within(1e-4));
        assertThat(fit.logLikelihood()).isCloseTo(-9594.974, within(0.01));

        ModelFit raw = PurchaseModel.fit(PurchaseModel.Kind.PARETO_NBD, raw(), 0);
        close(raw.parameters(), 5e-4, 0.553, 10.578, 0.606, 11.669);
        assertThat(raw.logLikelihood()).isCloseTo(-9594.9762, within(5e-4));
        double[] errors = {0.0476264, 0.8427222, 0.1872594, 6.2105448};
        for (int i = 0; i < 4; i++) {
            assertThat(raw.parameters().get(i).standardError().orElseThrow())
                    .isCloseTo(errors[i], within(2e-3 * errors[i]));
        }
    }

    /** formulas of Batislam et al. 2007; r .52484, alpha 6.1831, a .89136, b 1.61400, LL -9582.136. */
    @Test
    void mbgNbd() {
        ModelFit fit = PurchaseModel.fit(PurchaseModel.Kind.MBG_NBD, raw(), 0);

        close(fit.parameters(), 6e-5, 0.52484, 6.1831, 0.89136, 1.61400);
        assertThat(fit.logLikelihood()).isCloseTo(-9582.136, within(1e-3));
    }

    /** Chance is as regular as CDNOW gets: k = 1 gives back the models without k. */
    @Test
    void regularityIsNotMadeUp() {
        ModelFit fit = PurchaseModel.fit(PurchaseModel.Kind.MBG_CNBD_K, raw(), 0);

        assertThat(fit.model().parameters()).containsEntry("k", 1.0);
        assertThat(fit.logLikelihood()).isCloseTo(-9582.136, within(1e-3));
    }

    /** Fader and Hardie 2013: p 6.25, q 3.74, v 15.44; LL -4055.92 (CLVTools -4055.9177), 946 customers. */
    @Test
    void gammaGamma() {
        List<PurchaseHistory> summary = PublicData.cdnowSummary();
        SpendFit fit = GammaGamma.fit(summary, 0);

        close(fit.parameters(), 1e-2, 6.25, 3.74, 15.44);
        assertThat(fit.customers()).isEqualTo(946);
        assertThat(fit.logLikelihood()).isCloseTo(-4055.9177, within(0.01)).isCloseTo(-4055.9232, within(1e-3));
        assertThat(fit.model().p()).isCloseTo(6.2488, within(1e-3));
        assertThat(fit.model().q()).isCloseTo(3.7446, within(1e-3));
        assertThat(fit.model().v()).isCloseTo(15.4478, within(1e-3));

        double[] first = {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};
        for (int i = 0; i < first.length; i++) {
            assertThat(fit.model().expectedSpend(summary.get(i))).isCloseTo(first[i], within(0.01));
        }
    }

    /** The default prior moves no parameter by more than a fifth of its standard error. */
    @Test
    void theDefaultPriorIsWeak() {
        for (PurchaseModel.Kind kind : PurchaseModel.Kind.values()) {
            ModelFit plain = PurchaseModel.fit(kind, raw(), 0);
            ModelFit prior = PurchaseModel.fit(kind, raw(), PurchaseModel.DEFAULT_PRIOR_WEIGHT);
            for (int i = 0; i < plain.parameters().size(); i++) {
                ParameterEstimate one = plain.parameters().get(i);
                assertThat(prior.parameters().get(i).value())
                        .as("%s %s", kind, one)
                        .isCloseTo(one.value(), within(0.2 * one.standardError().orElse(1e-9)));
            }
            assertThat(prior.logLikelihood()).isCloseTo(plain.logLikelihood(), within(0.01));
        }
    }

    private static Collection<PurchaseHistory> raw() {
        LocalDate week39 = LocalDate.of(1997, 9, 30);
        return PublicData.transactions("cdnow/transactions_sample.csv", week39)
                .all()
                .values();
    }

    private static double total(PurchaseModel model, List<PurchaseHistory> histories) {
        return histories.stream().mapToDouble(model::logLikelihood).sum();
    }

    private static void close(List<ParameterEstimate> actual, double tolerance, double... expected) {
        assertThat(actual.stream().mapToDouble(ParameterEstimate::value).toArray())
                .containsExactly(expected, within(tolerance));
    }
}
