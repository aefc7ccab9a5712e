package dev.comptoir.value.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.value.LifetimeValue;
import dev.comptoir.value.PublicData;
import dev.comptoir.value.PurchaseHistories;
import dev.comptoir.value.PurchaseModel;
import dev.comptoir.value.PurchaseModel.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How well the second half of a record is foretold from the first, against what is known of these records. */
@Tag("data")
class HoldoutGoldenTest {
    private static final String CDNOW = "cdnow/transactions_sample.csv";
    private static final String GROCERY = "grocery-elog/transactions.csv";
    private static final LocalDate WEEK_39 = LocalDate.of(1997, 9, 30);
    private static final LocalDate YEAR_1 = LocalDate.of(2006, 12, 31);

    /** Weeks 40 to 78: MAE, RMSE, correlation, total, AUC, overlap of the best tenth as known, in their digits. */
    @Test
    void cdnow() {
        Holdout holdout = Holdout.split(PublicData.transactions(CDNOW, LocalDate.of(1998, 6, 30)), WEEK_39, 273);

        HoldoutReport pareto = cdnow(holdout, Kind.PARETO_NBD, 0.7545, 1.6028, 0.6302, -0.115, 0.7787);
        HoldoutReport bg = cdnow(holdout, Kind.BG_NBD, 0.7855, 1.6080, 0.6256, -0.121, 0.7725);
        HoldoutReport mbg = cdnow(holdout, Kind.MBG_NBD, 0.7648, 1.6072, 0.6273, -0.162, 0.7728);

        for (HoldoutReport guess : holdout.baselines()) {
            assertThat(guess.actualTotal()).isEqualTo(1882);
            assertThat(pareto.mae()).isLessThan(guess.mae());
            assertThat(bg.mae()).isLessThan(guess.mae());
            assertThat(mbg.rmse()).isLessThan(guess.rmse());
        }
    }

    private static HoldoutReport cdnow(
            Holdout holdout, Kind kind, double mae, double rmse, double correlation, double total, double auc) {
        HoldoutReport report =
                holdout.evaluate(PurchaseModel.fit(kind, holdout.histories(), 0).model());
        assertThat(report.mae()).as(kind.title()).isLessThan(mae + 5e-5);
        assertThat(report.rmse()).as(kind.title()).isLessThan(rmse + 5e-5);
        assertThat(report.correlation()).as(kind.title()).isCloseTo(correlation, within(1e-4));
        assertThat(report.totalError()).as(kind.title()).isCloseTo(total, within(1e-3));
        assertThat(report.auc()).as(kind.title()).isCloseTo(auc, within(1e-4));
        return report;
    }

    /** Reutterer, Platzer, Schröder 2021, as BTYDplus reports it: the sum of errors over 3,389 purchases is .644 for MBG/CNBD-k. */
    @Test
    void groceryLog() {
        PurchaseHistories all = PublicData.transactions(GROCERY, LocalDate.of(2007, 12, 31));
        Holdout holdout = Holdout.split(all, YEAR_1, 364);

        HoldoutReport report = holdout.evaluate(
                PurchaseModel.fit(Kind.MBG_CNBD_K, holdout.histories(), PurchaseModel.DEFAULT_PRIOR_WEIGHT)
                        .model());

        assertThat(report.actualTotal()).isEqualTo(3389);
        assertThat(report.relativeMae()).isLessThan(0.644);
        for (Kind kind : new Kind[] {Kind.MBG_NBD, Kind.PARETO_NBD}) {
            assertThat(report.relativeMae())
                    .as(kind.title())
                    .isLessThan(holdout.evaluate(
                                    PurchaseModel.fit(kind, holdout.histories(), PurchaseModel.DEFAULT_PRIOR_WEIGHT)
                                            .model())
                            .relativeMae());
        }
    }

    /** Without a look at what comes later, the choice takes regularity where there is some. */
    @Test
    void theChoiceFindsRegularity() {
        assertThat(chosen(PublicData.transactions(GROCERY, YEAR_1))).isEqualTo(Kind.MBG_CNBD_K);
        assertThat(chosen(PublicData.transactions(CDNOW, WEEK_39))).isEqualTo(Kind.MBG_NBD);
    }

    private static Kind chosen(PurchaseHistories calibration) {
        return LifetimeValue.fit(calibration).purchases().orElseThrow().model().kind();
    }
}
