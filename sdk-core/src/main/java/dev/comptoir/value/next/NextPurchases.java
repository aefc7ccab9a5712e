package dev.comptoir.value.next;

import dev.comptoir.CustomerId;
import dev.comptoir.value.next.internal.DayTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When customers buy again: an interval model of each customer, and of each customer and category, drawn towards the category
 * and the business where little is known of the customer. Thread-safe; results depend on the data and the day alone.
 *
 * <p>Intervals of a customer follow a gamma distribution with a regularity that all share; rates differ by a gamma distribution,
 * and after every purchase a customer may leave for good (MBG/CNBD-k, Platzer and Reutterer 2016, 2021). Parameters are the most
 * probable ones under weak prior beliefs, so that ten receipts do no harm. Probabilities are then checked on the business's own
 * last months and corrected only where that clearly helps: {@link Calibration}. Weekdays and seasons are not modelled.
 *
 * <p>Cost: about a second for a fit to some thousand customers, at most that of 10,000; a microsecond for a probability.
 */
public final class NextPurchases {
    /** From so many intervals on a customer's habits are their own, and a business has a model. */
    public static final int MIN_INTERVALS = 3;

    /** The farthest horizon: ten years. */
    public static final int MAX_DAYS = 3_650;

    private final DayTable days;
    private final LocalDate asOf;
    private final Level business;
    private final CategoryLevels categories;

    private NextPurchases(DayTable days, LocalDate asOf) {
        this.days = days;
        this.asOf = asOf;
        business = Level.of(days.byCustomer(), asOf.toEpochDay());
        categories = new CategoryLevels(days, asOf.toEpochDay());
    }

    /**
     * Fits the model.
     *
     * @param asOf the last day that is known in full; purchases after it are left aside, and forecasts begin the day after
     */
    public static NextPurchases fit(PurchaseDays days, LocalDate asOf) {
        return new NextPurchases(DayTable.of(days), asOf);
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Why there is no model at all, with {@link DueSilence} for everybody; empty where there is one. */
    public Optional<DueGate> gate() {
        return business.gate();
    }

    /** What customers have in common; empty where {@link #gate()} says why. */
    public Optional<Habits> habits() {
        return business.habits();
    }

    /** What customers have in common when buying of one category again; empty where too little is known of all categories. */
    public Optional<Habits> habits(String category) {
        return categories.of(category).habits();
    }

    /** The next purchase of a customer, whatever it is. */
    public Due forCustomer(CustomerId customer) {
        return business.due(customer, null, days.series(customer), asOf);
    }

    /** The next purchase of a customer in one category. */
    public Due forCustomer(CustomerId customer, String category) {
        return categories.of(category).due(customer, category, categories.series(customer, category), asOf);
    }

    /**
     * The customers known up to {@link #asOf()}, in the order of {@link #probabilitiesWithin}; none without a model.
     */
    public List<CustomerId> customers() {
        return business.customers(days.customers());
    }

    /**
     * The calibrated probabilities of all {@link #customers()} to buy on one of the next days, for a million at a time: a
     * microsecond each, without objects.
     *
     * @param days from 0 to {@link #MAX_DAYS}
     */
    public double[] probabilitiesWithin(int days) {
        return business.probabilitiesWithin(checked(days));
    }

    /** All customers, those likeliest to buy on one of the next days first. */
    public DueReport report(int days) {
        return report(days, this.days.customers(), null);
    }

    /** All customers who ever bought of a category, those likeliest to buy of it on one of the next days first. */
    public DueReport report(int days, String category) {
        DayTable.Part part = this.days.category(category);
        return report(days, part == null ? List.of() : part.customers(), category);
    }

    private DueReport report(int days, List<CustomerId> customers, @Nullable String category) {
        checked(days);
        record Ranked(DueForecast due, double probability) {}
        List<Ranked> ranked = new ArrayList<>();
        Map<DueGate, Integer> silent = new EnumMap<>(DueGate.class);
        for (CustomerId customer : customers) {
            Due due = category == null ? forCustomer(customer) : forCustomer(customer, category);
            if (due instanceof DueSilence silence) {
                silent.merge(silence.gate(), 1, Integer::sum);
            }
            due.forecast().ifPresent(one -> ranked.add(new Ranked(one, one.probabilityWithin(days))));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::probability)
                .reversed()
                .thenComparing(one -> one.due().customer()));
        return new DueReport(
                asOf,
                days,
                ranked.stream().map(Ranked::due).toList(),
                silent,
                this.days.byCustomer().daysAfter(asOf.toEpochDay()));
    }

    static int checked(int days) {
        if (days < 0 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days is " + days + ", but must be from 0 to " + MAX_DAYS + ".");
        }
        return days;
    }
}
