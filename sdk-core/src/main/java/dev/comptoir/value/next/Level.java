package dev.comptoir.value.next;

import dev.comptoir.CustomerId;
import dev.comptoir.value.next.internal.DataGate;
import dev.comptoir.value.next.internal.Habit;
import dev.comptoir.value.next.internal.Histories;
import dev.comptoir.value.next.internal.LogitMap;
import dev.comptoir.value.next.internal.PastCheck;
import dev.comptoir.value.next.internal.Renewal;
import dev.comptoir.value.next.internal.SeriesSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One set of series with the model fitted to it, or why there is none. Immutable. */
final class Level {
    /** The horizons that the past is checked for; others lie on the same map. */
    private static final int[] HORIZONS = {7, 14, 28};

    private final @Nullable DueGate gate;
    private final @Nullable Habit habit;
    private final @Nullable PastCheck check;
    private final DueLevel fallback;

    private Level(@Nullable DueGate gate, @Nullable Habit habit, @Nullable PastCheck check, DueLevel fallback) {
        this.gate = gate;
        this.habit = habit;
        this.check = check;
        this.fallback = fallback;
    }

    static Level of(SeriesSet set, long asOf) {
        Histories histories = Histories.at(set, asOf, 0);
        DueGate gate = DataGate.of(set, histories, asOf);
        if (gate != null) {
            return new Level(gate, null, null, DueLevel.BUSINESS);
        }
        Habit habit = Habit.of(set, asOf);
        PastCheck check = PastCheck.of(set, asOf, habit.quantityPower(), habit.fit(), HORIZONS);
        return new Level(null, habit, check, DueLevel.BUSINESS);
    }

    /** The same for one part of the series, with its own pace and regularity where it has enough intervals. */
    Level forPart(SeriesSet part, int minIntervals) {
        if (habit == null || check == null) {
            return this;
        }
        Histories histories = Histories.at(part, habit.asOf(), habit.quantityPower());
        boolean own = histories.intervalCount() >= minIntervals;
        Habit narrowed = new Habit(
                part,
                habit.asOf(),
                habit.quantityPower(),
                histories,
                own ? habit.fit().forPart(part, histories) : habit.fit());
        return new Level(null, narrowed, check, own ? DueLevel.CATEGORY : DueLevel.BUSINESS);
    }

    Optional<DueGate> gate() {
        return Optional.ofNullable(gate);
    }

    Optional<Habits> habits() {
        if (habit == null || check == null) {
            return Optional.empty();
        }
        Renewal model = habit.fit().model();
        return Optional.of(new Habits(
                model.k(),
                model.r(),
                model.alpha(),
                model.a(),
                model.b(),
                habit.quantityPower(),
                habit.fit().logLikelihood(),
                check.calibration()));
    }

    List<CustomerId> customers(List<CustomerId> all) {
        if (habit == null) {
            return List.of();
        }
        Histories histories = habit.histories();
        return IntStream.range(0, histories.size())
                .mapToObj(row -> all.get(histories.series(row)))
                .toList();
    }

    double[] probabilitiesWithin(int days) {
        if (habit == null || check == null) {
            return new double[0];
        }
        double[] all = new double[habit.histories().size()];
        habit.probabilitiesWithin(days, check.map(), all);
        return all;
    }

    Due due(CustomerId customer, @Nullable String category, int series, LocalDate asOf) {
        if (habit == null || check == null) {
            return silence(customer, category, gate == null ? DueGate.NO_PURCHASES : gate);
        }
        Histories histories = habit.histories();
        int row = series < 0 ? -1 : histories.row(series);
        if (row < 0) {
            return silence(customer, category, DueGate.NEVER_BOUGHT);
        }
        return new DueForecast(customer, category, asOf, evidence(habit, row, check.map()), check.calibration());
    }

    private DueEvidence evidence(Habit fitted, int row, LogitMap map) {
        Histories histories = fitted.histories();
        Renewal model = fitted.fit().model();
        int intervals = histories.intervals(row);
        return new DueEvidence(
                intervals >= NextPurchases.MIN_INTERVALS ? DueLevel.OWN_HABITS : fallback,
                intervals,
                histories.sumDays(row),
                fitted.asOf() - fitted.set().lastDay(histories.series(row), fitted.asOf()),
                histories.timeScale(row),
                model.k(),
                model.r(),
                model.alpha(),
                model.a(),
                model.b(),
                map.intercept(),
                map.slope());
    }

    private static DueSilence silence(CustomerId customer, @Nullable String category, DueGate gate) {
        return new DueSilence(customer, Optional.ofNullable(category), gate);
    }
}
