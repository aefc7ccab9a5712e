package dev.comptoir.value.churn;

import dev.comptoir.CustomerId;
import dev.comptoir.value.next.Calibration;
import dev.comptoir.value.next.DueGate;
import dev.comptoir.value.next.PurchaseDays;
import dev.comptoir.value.next.internal.DataGate;
import dev.comptoir.value.next.internal.DayTable;
import dev.comptoir.value.next.internal.Habit;
import dev.comptoir.value.next.internal.Histories;
import dev.comptoir.value.next.internal.LogitMap;
import dev.comptoir.value.next.internal.PaceRange;
import dev.comptoir.value.next.internal.PastCheck;
import dev.comptoir.value.next.internal.Renewal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The probability that customers buy nothing within a stated horizon: the survival function of the renewal model with leaving
 * (MBG/CNBD-k, Platzer and Reutterer 2016, 2021), checked on the business's own earlier horizons and corrected where that
 * clearly helps. Immutable and thread-safe.
 *
 * <p>Cost: about a second for a fit to some thousand customers; a microsecond for a probability, some 50 for a risk with its
 * range.
 */
public final class ChurnModel {
    private final DayTable days;
    private final LocalDate asOf;
    private final ChurnDefinition definition;
    private final @Nullable DueGate gate;
    private final @Nullable Habit habit;
    private final @Nullable PastCheck check;

    private ChurnModel(DayTable days, LocalDate asOf, ChurnDefinition definition) {
        this.days = days;
        this.asOf = asOf;
        this.definition = definition;
        long day = asOf.toEpochDay();
        gate = DataGate.of(days.byCustomer(), Histories.at(days.byCustomer(), day, 0), day);
        habit = gate == null ? Habit.of(days.byCustomer(), day) : null;
        check = habit == null
                ? null
                : PastCheck.of(days.byCustomer(), day, habit.quantityPower(), habit.fit(), definition.horizonDays());
    }

    /**
     * Fits the model.
     *
     * @param asOf the last day that is known in full; purchases after it are left aside, and the horizon begins the day after
     */
    public static ChurnModel fit(PurchaseDays days, LocalDate asOf, ChurnDefinition definition) {
        return new ChurnModel(DayTable.of(days), asOf, definition);
    }

    public ChurnDefinition definition() {
        return definition;
    }

    /** Why there is no model at all; empty where there is one. */
    public Optional<DueGate> gate() {
        return Optional.ofNullable(gate);
    }

    /** How such probabilities held on the business's own past; empty without a model. */
    public Optional<Calibration> calibration() {
        return Optional.ofNullable(check).map(PastCheck::calibration);
    }

    /** The risk of one customer. */
    public Churn forCustomer(CustomerId customer) {
        if (habit == null || check == null) {
            return new ChurnSilence(customer, definition, gate == null ? DueGate.NO_PURCHASES : gate);
        }
        int series = days.series(customer);
        int row = series < 0 ? -1 : habit.histories().row(series);
        return row < 0
                ? new ChurnSilence(customer, definition, DueGate.NEVER_BOUGHT)
                : risk(customer, habit, row, check);
    }

    private ChurnRisk risk(CustomerId customer, Habit fitted, int row, PastCheck checked) {
        ChurnEvidence evidence = evidence(fitted, row, checked.map());
        int horizon = definition.horizonDays();
        double probability = evidence.probability(horizon);
        PaceRange range = PaceRange.of(
                evidence.model(),
                evidence.intervals(),
                evidence.sumDays(),
                evidence.elapsed(),
                horizon / evidence.timeScale());
        LogitMap map = new LogitMap(evidence.intercept(), evidence.slope());
        return new ChurnRisk(
                customer,
                definition,
                probability,
                Math.min(probability, map.apply(range.lower())),
                Math.max(probability, map.apply(range.upper())),
                evidence,
                checked.calibration());
    }

    private static ChurnEvidence evidence(Habit fitted, int row, LogitMap bought) {
        Histories histories = fitted.histories();
        Renewal model = fitted.fit().model();
        return new ChurnEvidence(
                histories.intervals(row),
                histories.sumDays(row),
                fitted.asOf() - fitted.set().lastDay(histories.series(row), fitted.asOf()),
                histories.timeScale(row),
                model.k(),
                model.r(),
                model.alpha(),
                model.a(),
                model.b(),
                // The map was fitted to purchases; the logit of the contrary is minus the logit.
                0 - bought.intercept(),
                bought.slope());
    }

    /** The customers known up to the day of the model, in the order of {@link #probabilities}; none without a model. */
    public List<CustomerId> customers() {
        if (habit == null) {
            return List.of();
        }
        Histories histories = habit.histories();
        return IntStream.range(0, histories.size())
                .mapToObj(row -> days.customers().get(histories.series(row)))
                .toList();
    }

    /** The probabilities of all {@link #customers()}: a microsecond each, without objects. */
    public double[] probabilities() {
        if (habit == null || check == null) {
            return new double[0];
        }
        double[] all = new double[habit.histories().size()];
        habit.probabilitiesWithin(definition.horizonDays(), check.map(), all);
        for (int i = 0; i < all.length; i++) {
            all[i] = 1 - all[i];
        }
        return all;
    }

    /** All customers, those most at risk first. */
    public ChurnReport report() {
        List<ChurnRisk> risks = new ArrayList<>();
        Map<DueGate, Integer> silent = new EnumMap<>(DueGate.class);
        for (CustomerId customer : days.customers()) {
            Churn churn = forCustomer(customer);
            if (churn instanceof ChurnSilence silence) {
                silent.merge(silence.gate(), 1, Integer::sum);
            }
            churn.risk().ifPresent(risks::add);
        }
        risks.sort(Comparator.comparingDouble(ChurnRisk::probability).reversed().thenComparing(ChurnRisk::customer));
        return new ChurnReport(
                definition, asOf, risks, silent, days.byCustomer().daysAfter(asOf.toEpochDay()));
    }
}
