package dev.comptoir.value;

import dev.comptoir.CustomerId;
import dev.comptoir.value.internal.Draws;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the customers of one business are worth: a purchase model and a spend model fitted to all of them, asked for one at a time.
 * Immutable and thread-safe. Equal histories and seed give equal values, in any order.
 *
 * <p>The purchase model is the one that foretells best ({@link #choice}). Below the data gate (30 customers, 10 of them with a
 * repeat purchase, 4 weeks, 5 different histories) none is fitted, {@link #notices} say why, and the shop's own quantiles stand
 * in: with the evidence's parameters, the probability alive is {@code (1 + intervalsAtLeast) / (2 + intervals)}, intervals being
 * the mean ones of the customers who came back, those at least as long as this customer's silence counted; and the expected
 * purchases are that times {@code (x + 1) / (T + 1/meanRate)} a week. Likewise the spend below 10 paying customers is
 * {@code (n m + shopMean) / (n + 1)} with the customer's n paid purchases of mean m.
 *
 * <p>The lifetime value is margin times expected spend times expected purchases, the latter discounted in steps of about a month
 * from the middle of each.
 *
 * <p>Fitting all models to some thousand customers takes seconds, one value well below a millisecond with most models.
 */
public final class LifetimeValue {
    /** So many draws of parameters and futures make up the intervals. */
    static final int DRAWS = 200;

    /** The most points of a curve. */
    public static final int MAX_CURVE_POINTS = 1_000;

    private final Valuation valuation;
    private final Optional<ModelFit> purchaseFit;
    private final Optional<SpendFit> spendFit;
    private final Optional<ModelChoice> choice;
    private final List<ValueNotice> notices;

    private LifetimeValue(
            Valuation valuation,
            Optional<ModelFit> purchaseFit,
            Optional<SpendFit> spendFit,
            Optional<ModelChoice> choice,
            List<ValueNotice> notices) {
        this.valuation = valuation;
        this.purchaseFit = purchaseFit;
        this.spendFit = spendFit;
        this.choice = choice;
        this.notices = notices;
    }

    /** Fits to the customers of a business, with all defaults: a year ahead, 10 % a year, all of the revenue, 90 %. */
    public static LifetimeValue fit(PurchaseHistories histories) {
        return builder().fit(histories);
    }

    /** The same for histories alone, in weeks; models are then compared by what they explain, not by what they foretell. */
    public static LifetimeValue fit(Collection<PurchaseHistory> histories) {
        return builder().fit(histories);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** One customer's value. */
    public CustomerValue of(PurchaseHistory history) {
        return valuation.of(history);
    }

    /**
     * The mean of {@link #of}'s lifetime value alone: without draws, so hundreds of times faster; empty where no amount is known
     * in the business at all.
     */
    public Optional<Double> meanValue(PurchaseHistory history) {
        return valuation.meanValue(history);
    }

    /**
     * How one customer's value grows on the way to the horizon, without fitting anew. All points look at the same possible
     * futures, so ranges never shrink, and the last point is what {@link #of} says. About the cost of {@link #of}.
     *
     * @param points how many, at equal distances, the last at the horizon: 1 to {@value #MAX_CURVE_POINTS}
     * @throws IllegalArgumentException if there are to be fewer or more points
     */
    public List<ValuePoint> curve(PurchaseHistory history, int points) {
        if (points < 1 || points > MAX_CURVE_POINTS) {
            throw new IllegalArgumentException(
                    "The curve is to have " + points + " points; 1 to " + MAX_CURVE_POINTS + " are allowed.");
        }
        return valuation.curve(history, points);
    }

    /** Everyone's value, in the order of the ids. */
    public Map<CustomerId, CustomerValue> all(PurchaseHistories histories) {
        Map<CustomerId, CustomerValue> values = new LinkedHashMap<>();
        histories.all().forEach((customer, history) -> values.put(customer, of(history)));
        return values;
    }

    /** The purchase model; empty below the data gate. */
    public Optional<ModelFit> purchases() {
        return purchaseFit;
    }

    /** The spend model; empty below the data gate. */
    public Optional<SpendFit> spend() {
        return spendFit;
    }

    /** The candidates and their scores; empty below the data gate, and where one model alone was allowed. */
    public Optional<ModelChoice> choice() {
        return choice;
    }

    /** Why something simpler is estimated, and cautions. */
    public List<ValueNotice> notices() {
        return notices;
    }

    /** What to fit, and for what terms. Not thread-safe. */
    public static final class Builder {
        private double horizonWeeks = 52;
        private double annualDiscountRate = 0.1;
        private double margin = 1;
        private double level = 0.9;
        private double priorWeight = PurchaseModel.DEFAULT_PRIOR_WEIGHT;
        private long seed;
        private Set<PurchaseModel.Kind> models = EnumSet.allOf(PurchaseModel.Kind.class);

        private Builder() {}

        /** How far into the future purchases count; see {@link ValueTerms}. By default 52. */
        public Builder horizonWeeks(double horizonWeeks) {
            this.horizonWeeks = horizonWeeks;
            return this;
        }

        /** By how much less a purchase counts that is a year away. By default 0.1. */
        public Builder annualDiscountRate(double annualDiscountRate) {
            this.annualDiscountRate = annualDiscountRate;
            return this;
        }

        /** The part of the amounts that counts. By default 1, all of the revenue. */
        public Builder margin(double margin) {
            this.margin = margin;
            return this;
        }

        /** The probability that intervals hold. By default 0.9. */
        public Builder level(double level) {
            this.level = level;
            return this;
        }

        /** The weight of the prior; see {@link PurchaseModel#fit}. By default 1. */
        public Builder priorWeight(double priorWeight) {
            this.priorWeight = priorWeight;
            return this;
        }

        /** Where the draws begin that intervals are made of. By default 0. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** The candidates. By default all; those that need intervals are left out where histories have none. */
        public Builder models(PurchaseModel.Kind first, PurchaseModel.Kind... more) {
            this.models = EnumSet.of(first, more);
            return this;
        }

        /**
         * Fits to the customers of a business.
         *
         * @throws IllegalArgumentException if a setting is outside of its range
         */
        public LifetimeValue fit(PurchaseHistories histories) {
            return fit(histories.all().values(), Optional.of(histories));
        }

        /**
         * Fits to histories in weeks.
         *
         * @throws IllegalArgumentException if a setting is outside of its range
         */
        public LifetimeValue fit(Collection<PurchaseHistory> histories) {
            return fit(histories, Optional.empty());
        }

        private LifetimeValue fit(Collection<PurchaseHistory> histories, Optional<PurchaseHistories> days) {
            ValueTerms terms = new ValueTerms(horizonWeeks, annualDiscountRate, margin, level);
            List<ValueNotice> notices = new ArrayList<>();
            Optional<ModelChoice> choice = Optional.empty();
            Optional<ModelFit> purchases = Optional.empty();
            Gates.purchases(histories).ifPresent(notices::add);
            if (notices.isEmpty()) {
                ModelChooser chooser = new ModelChooser(models, priorWeight);
                ModelChoice found = days.map(chooser::byTime).orElseGet(() -> chooser.within(histories));
                purchases = found.scores().stream()
                        .map(score -> PurchaseModel.fit(score.kind(), histories, priorWeight))
                        .filter(ModelFit::converged)
                        .findFirst();
                if (purchases.isEmpty()) {
                    notices.add(new ValueNotice(DataGate.NOT_CONVERGED, 0, 1));
                }
                choice = found.scores().size() > 1 ? Optional.of(found) : choice;
            }
            Optional<SpendFit> spend = spend(histories, notices);
            Draws draws = new Draws(Draws.mix(seed, DRAWS));
            PurchaseEstimator estimator = purchases.isPresent()
                    ? ModelEstimator.of(purchases.get(), draws)
                    : new EmpiricalEstimator(histories);
            Optional<SpendEstimator> amounts = spend.isPresent()
                    ? Optional.of(new GammaSpendEstimator(spend.get(), draws))
                    : EmpiricalSpendEstimator.of(histories);
            List<ValueNotice> said = List.copyOf(notices);
            return new LifetimeValue(
                    new Valuation(estimator, amounts, terms, said, seed), purchases, spend, choice, said);
        }

        private Optional<SpendFit> spend(Collection<PurchaseHistory> histories, List<ValueNotice> notices) {
            Optional<ValueNotice> gate = Gates.spend(histories);
            if (gate.isPresent()) {
                notices.add(gate.get());
                return Optional.empty();
            }
            SpendFit fit = GammaGamma.fit(histories, priorWeight);
            if (!fit.converged()) {
                notices.add(new ValueNotice(DataGate.NOT_CONVERGED, 0, 1));
                return Optional.empty();
            }
            double correlation = fit.spendFrequencyCorrelation();
            // As far from 0 as chance takes a correlation of so few customers, or further than is harmless.
            double limit = Math.max(Gates.MAX_CORRELATION, 2 / Math.sqrt(fit.customers()));
            if (Math.abs(correlation) > limit) {
                notices.add(new ValueNotice(DataGate.SPEND_FOLLOWS_FREQUENCY, correlation, limit));
            }
            return Optional.of(fit);
        }
    }
}
