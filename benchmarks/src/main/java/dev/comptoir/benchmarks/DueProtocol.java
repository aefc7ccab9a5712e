package dev.comptoir.benchmarks;

import dev.comptoir.CustomerId;
import dev.comptoir.value.churn.ChurnDefinition;
import dev.comptoir.value.churn.ChurnModel;
import dev.comptoir.value.next.Calibration;
import dev.comptoir.value.next.DueForecast;
import dev.comptoir.value.next.Habits;
import dev.comptoir.value.next.NextPurchases;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Everything up to the end of the split day fits and chooses; the days after it only judge. Asked for every customer known then:
 * does a purchase come within 7, 14 and 28 days, and does none within the horizon of churn?
 */
final class DueProtocol {
    private static final int[] HORIZONS = {7, 14, 28};

    private final DueData data;
    private final LocalDate split;
    private final long seed;
    private final List<CustomerId> customers = new ArrayList<>();

    /** One question with its answer by the model and by the naive ways. */
    record Question(
            String about,
            int days,
            Reliability model,
            Reliability uncalibrated,
            Reliability baseRate,
            Reliability exponential) {}

    record Figures(
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate split,
            int lines,
            int rejectedLines,
            Habits habits,
            Calibration churnCalibration,
            List<Question> questions,
            double fitCpuSeconds,
            double churnFitCpuSeconds,
            double microsecondsAProbability) {}

    /** What all categories have in common, and how their probabilities held. */
    record Categories(int days, Optional<Habits> habits, Reliability model) {}

    DueProtocol(DueData data, LocalDate split, long seed) {
        this.data = data;
        this.split = split;
        this.seed = seed;
        data.byCustomer().forEach((customer, days) -> {
            if (!days.first().isAfter(split)) {
                customers.add(customer);
            }
        });
    }

    Figures run(int churnDays) {
        long start = cpu();
        NextPurchases model = NextPurchases.fit(data.days(), split);
        double fitCpuSeconds = (cpu() - start) / 1e9;
        if (model.gate().isPresent()) {
            throw new IllegalArgumentException("There is no model on " + split + ": "
                    + model.gate().get().text(Locale.ENGLISH) + ". Maybe a later --split?");
        }
        List<Question> questions = new ArrayList<>();
        for (int days : HORIZONS) {
            if (!split.plusDays(days).isAfter(data.lastDay())) {
                double[] raw = each(customer -> model.forCustomer(customer)
                        .forecast()
                        .map(due -> due.evidence().modelProbabilityWithin(days))
                        .orElse(0.0));
                questions.add(question("purchase", days, model.probabilitiesWithin(days), raw, false));
            }
        }
        double micros = speed(model);
        start = cpu();
        ChurnModel churn = ChurnModel.fit(data.days(), split, ChurnDefinition.noPurchaseWithin(churnDays));
        double churnCpuSeconds = (cpu() - start) / 1e9;
        double[] raw = each(customer -> churn.forCustomer(customer)
                .risk()
                .map(risk -> risk.evidence().modelProbability(churnDays))
                .orElse(1.0));
        questions.add(question("churn", churnDays, churn.probabilities(), raw, true));
        return new Figures(
                data.firstDay(),
                data.lastDay(),
                split,
                data.lines(),
                data.rejected(),
                model.habits().orElseThrow(),
                churn.calibration().orElseThrow(),
                questions,
                fitCpuSeconds,
                churnCpuSeconds,
                micros);
    }

    /** The same for customers in the categories that they bought of before, within 28 days; no naive ways beside it. */
    Categories categories() {
        NextPurchases model = NextPurchases.fit(data.days(), split);
        int days = HORIZONS[HORIZONS.length - 1];
        NextPurchases later = NextPurchases.fit(data.days(), split.plusDays(days));
        double[] predicted = new double[64];
        boolean[] happened = new boolean[64];
        int count = 0;
        for (String category : data.days().categories()) {
            for (DueForecast due : model.report(days, category).forecasts()) {
                if (count == predicted.length) {
                    predicted = Arrays.copyOf(predicted, 2 * count);
                    happened = Arrays.copyOf(happened, 2 * count);
                }
                predicted[count] = due.probabilityWithin(days);
                happened[count++] = later.forCustomer(due.customer(), category)
                        .forecast()
                        .map(next -> next.lastPurchase().isAfter(split))
                        .orElse(false);
            }
        }
        return new Categories(
                days,
                model.habits(""),
                Reliability.of(Arrays.copyOf(predicted, count), Arrays.copyOf(happened, count), seed));
    }

    private double[] each(ToDoubleFunction<CustomerId> probability) {
        return customers.stream().mapToDouble(probability).toArray();
    }

    private Question question(String about, int days, double[] predicted, double[] raw, boolean none) {
        boolean[] happened = new boolean[customers.size()];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = data.boughtWithin(customers.get(i), split, days) != none;
        }
        double base = shareOneHorizonBefore(days, none);
        double pooled = pooledRate();
        return new Question(
                about,
                days,
                Reliability.of(predicted, happened, seed),
                Reliability.of(raw, happened, seed),
                Reliability.of(each(customer -> base), happened, seed),
                Reliability.of(each(customer -> exponential(customer, days, pooled, none)), happened, seed));
    }

    /** What a merchant would say who looks one horizon back. */
    private double shareOneHorizonBefore(int days, boolean none) {
        LocalDate before = split.minusDays(days);
        int known = 0;
        int came = 0;
        for (CustomerId customer : customers) {
            if (!first(customer).isAfter(before)) {
                known++;
                came += data.boughtWithin(customer, before, days) != none ? 1 : 0;
            }
        }
        return known == 0 ? 0.5 : (double) came / known;
    }

    /** Purchases at random times, at the customer's rate (x + 1) / (T + 1 / pooled rate). */
    private double exponential(CustomerId customer, int days, double pooled, boolean none) {
        double rate = (repeats(customer) + 1) / (age(customer) + 1 / pooled);
        double within = -Math.expm1(-rate * days);
        return none ? 1 - within : within;
    }

    private double pooledRate() {
        double repeats = 0;
        double ages = 0;
        for (CustomerId customer : customers) {
            repeats += repeats(customer);
            ages += age(customer);
        }
        return Math.max(1, repeats) / Math.max(1, ages);
    }

    private NavigableSet<LocalDate> known(CustomerId customer) {
        return data.byCustomer()
                .getOrDefault(customer, Collections.emptyNavigableSet())
                .headSet(split, true);
    }

    private LocalDate first(CustomerId customer) {
        return known(customer).first();
    }

    private int repeats(CustomerId customer) {
        return known(customer).size() - 1;
    }

    private long age(CustomerId customer) {
        return ChronoUnit.DAYS.between(first(customer), split);
    }

    /** Nanoseconds of this thread on a core: the same on a busy machine, unlike the time on the wall. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double speed(NextPurchases model) {
        int size = model.customers().size();
        double sum = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            long start = cpu();
            sum += model.probabilitiesWithin(7)[0];
            best = Math.min(best, cpu() - start);
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("A probability is no number.");
        }
        return best / 1e3 / size;
    }
}
