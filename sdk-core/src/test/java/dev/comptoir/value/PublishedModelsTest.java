package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What the published parameters give, to the printed digits. No data set is needed. */
class PublishedModelsTest {
    /** Fader, Hardie, Lee 2005 on CDNOW, table 2. */
    private static final BgNbd BG = new BgNbd(0.243, 4.414, 0.793, 2.426);

    /** The same in more digits, as the check values on expectations were made with. */
    private static final BgNbd BG_FITTED = new BgNbd(0.242594, 4.4136, 0.7929, 2.4259);

    /** Fader, Hardie, Lee 2005 on CDNOW, as CLVTools and lifetimes test them. */
    private static final ParetoNbd PARETO = new ParetoNbd(0.553, 10.578, 0.606, 11.669);

    /** Fader, Hardie, Shang 2010 on donations. */
    private static final BgBb DONATIONS = new BgBb(1.204, 0.750, 0.657, 2.783);

    /** Fader, Hardie, Lee 2005: E[X(39) | x = 2, t_x = 30.43, T = 38.86] = 1.226. */
    @Test
    void bgNbdConditionalExpectation() {
        assertThat(BG.expectedPurchases(PurchaseHistory.of(2, 30.43, 38.86), 39))
                .isCloseTo(1.226, within(5e-4));
        assertThat(BG_FITTED.expectedPurchases(PurchaseHistory.of(2, 30.43, 38.86), 39))
                .isCloseTo(1.226, within(5e-4));
    }

    /** lifetimes 0.11, tests/test_estimation.py, after Hardie's spreadsheet. */
    @Test
    void bgNbdExpectationOfANewCustomer() {
        double[][] known = {{0.1429, 0.0078}, {1, 0.0532}, {3, 0.1506}, {31.8571, 1.0405}, {32, 1.0437}, {78, 1.8576}};
        for (double[] one : known) {
            // The spreadsheet's parameters have three digits more than the paper's; its last value rests on its own
            // sums.
            assertThat(BG_FITTED.expectedPurchases(one[0])).isCloseTo(one[1], within(one[0] == 78 ? 5e-4 : 6e-5));
        }
    }

    /** lifetimes 0.11: P(N(39) = 0) and P(N(2) = 10). */
    @Test
    void bgNbdDistributionOfANewCustomer() {
        double[] long39 = BG.purchaseDistribution(PurchaseHistory.ofNewCustomer(), 39, 0);
        assertThat(long39[0]).isCloseTo(0.5737864, within(5e-8));
        assertThat(BG.purchaseDistribution(PurchaseHistory.ofNewCustomer(), 2, 10)[10])
                .isCloseTo(1.07869e-7, within(5e-13));
    }

    /** lifetimes 0.11, after the BTYD walkthrough: P(alive) .9979 and CET(52) 25.46. */
    @Test
    void paretoNbdConditionals() {
        PurchaseHistory regular = PurchaseHistory.of(26, 30.86, 31);
        ParetoNbd published = new ParetoNbd(0.5533, 10.5776, 0.6062, 11.6687);
        for (ParetoNbd model : new ParetoNbd[] {PARETO, published}) {
            assertThat(model.probabilityAlive(regular)).isCloseTo(0.9979, within(5e-5));
            assertThat(model.expectedPurchases(regular, 52)).isCloseTo(25.46, within(5e-3));
        }
    }

    /** lifetimes 0.11, test_conditional_expectation_underflow: 6.2060517889632418 and 6.2528722475748113. */
    @Test
    void paretoNbdDoesNotUnderflow() {
        ParetoNbd model = new ParetoNbd(0.55, 10.58, 0.61, 11.67);
        assertThat(model.expectedPurchases(PurchaseHistory.of(132, 200, 200), 10))
                .isCloseTo(6.2060518, within(5e-8));
        assertThat(model.expectedPurchases(PurchaseHistory.of(133, 200, 200), 10))
                .isCloseTo(6.2528722, within(5e-8));
    }

    /** CLVTools' guard: these gave NaN once. */
    @Test
    void paretoNbdStaysANumberForFrequentCustomers() {
        ParetoNbd model = new ParetoNbd(0.5143, 2.8845, 0.2856, 14.1087);
        for (int x : new int[] {221, 254, 161, 204}) {
            for (double recency : new double[] {1, 50, 103, 104}) {
                PurchaseHistory history = PurchaseHistory.of(x, recency, 104);
                assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
                assertThat(model.logLikelihood(history)).isFinite();
                assertThat(model.expectedPurchases(history, 52)).isFinite().isNotNegative();
            }
        }
        assertThat(model.probabilityAlive(PurchaseHistory.of(221, 104, 104))).isEqualTo(1);
    }

    /** lifetimes' overflow guard. */
    @Test
    void paretoNbdDoesNotOverflow() {
        ParetoNbd model = new ParetoNbd(10.465, 0.00798, 3.0516, 2.82);
        for (int x = 400; x < 500; x++) {
            for (double recency : new double[] {0.001, 5, 6, 37}) {
                PurchaseHistory history = PurchaseHistory.of(x, recency, 37);
                assertThat(model.logLikelihood(history)).isFinite();
                assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
            }
        }
    }

    /** The published form is NaN for many purchases and infinite at a = 1 ({@code ₂F₁} times 0, and division by a - 1). */
    @Test
    void bgNbdIsRegularWhereThePublishedFormIsNot() {
        assertThat(BG.expectedPurchases(PurchaseHistory.of(2000, 38.86, 38.86), 1e5))
                .isFinite()
                .isBetween(100.0, 2000 / 43.0 * 1e5);
        double below =
                new BgNbd(0.243, 4.414, 1 - 1e-7, 2.426).expectedPurchases(PurchaseHistory.of(2, 30.43, 38.86), 39);
        double at = new BgNbd(0.243, 4.414, 1, 2.426).expectedPurchases(PurchaseHistory.of(2, 30.43, 38.86), 39);
        double above =
                new BgNbd(0.243, 4.414, 1 + 1e-7, 2.426).expectedPurchases(PurchaseHistory.of(2, 30.43, 38.86), 39);
        assertThat(at).isCloseTo(1.102137, within(5e-7)).isCloseTo((below + above) / 2, within(1e-9));
    }

    /** Gamma-Gamma with the published p, q, v: conditional means of the first ten CDNOW customers (lifetimes 0.11). */
    @Test
    void gammaGammaConditionalMeans() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);
        double[][] known = {{2, 22.35, 24.65}, {1, 11.77, 18.91}, {0, 0, 35.17}};
        for (double[] one : known) {
            PurchaseHistory history = PurchaseHistory.of((int) one[0], one[0] == 0 ? 0 : 1, 38.86, one[1]);
            assertThat(model.expectedSpend(history)).isCloseTo(one[2], within(0.05));
        }
        assertThat(model.meanSpend()).isCloseTo(6.25 * 15.44 / 2.74, within(1e-12));
    }

    /** Fader, Hardie, Shang 2010: P(alive in 2002) by (x, t_x) of six years. */
    @Test
    void bgBbProbabilityAlive() {
        assertThat(DONATIONS.probabilityAlive(new OpportunityHistory(0, 0, 6))).isCloseTo(0.11, within(5e-3));
        assertThat(DONATIONS.probabilityAlive(new OpportunityHistory(2, 4, 6))).isCloseTo(0.59, within(5e-3));
        assertThat(DONATIONS.probabilityAlive(new OpportunityHistory(6, 6, 6))).isCloseTo(0.93, within(5e-3));
    }
}
