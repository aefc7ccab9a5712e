package dev.comptoir.forecast;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import dev.comptoir.value.CustomerValue;
import dev.comptoir.value.LifetimeValue;
import dev.comptoir.value.PurchaseHistories;
import dev.comptoir.value.churn.Churn;
import dev.comptoir.value.churn.ChurnDefinition;
import dev.comptoir.value.churn.ChurnModel;
import dev.comptoir.value.next.Due;
import dev.comptoir.value.next.DueReport;
import dev.comptoir.value.next.NextPurchases;
import dev.comptoir.value.next.PurchaseDays;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Forecasts as of one day. Thread-safe: each model is fitted at most once, the others wait for it. */
public final class FittedForecasts implements Forecasts {
    /** So many definitions of churn are kept fitted; the rest is fitted anew. */
    private static final int MAX_CHURN_MODELS = 8;

    private final LocalDate asOf;
    private final PurchaseHistories histories;
    private final PurchaseDays days;
    private final long seed;
    private final Map<ChurnDefinition, ChurnModel> churn = new ConcurrentHashMap<>();
    private volatile @Nullable LifetimeValue value;
    private volatile @Nullable NextPurchases next;

    private FittedForecasts(LocalDate asOf, PurchaseHistories histories, PurchaseDays days, long seed) {
        this.asOf = asOf;
        this.histories = histories;
        this.days = days;
        this.seed = seed;
    }

    /** Reads all receipts until the end of a local day; one pass over the log for values, and one for intervals. */
    public static FittedForecasts read(
            EventLog events, Catalog catalog, BusinessSettings settings, LocalDate asOf, long seed) {
        PurchaseDays.Builder days = PurchaseDays.builder();
        EventQuery untilThen = EventQuery.all()
                .until(asOf.plusDays(1).atStartOfDay(settings.zone()).toInstant());
        events.read(untilThen, event -> {
            if (event instanceof Purchase purchase) {
                days.add(purchase, settings.zone(), product -> category(catalog, product));
            }
        });
        return new FittedForecasts(asOf, PurchaseHistories.read(events, settings, asOf), days.build(), seed);
    }

    private static @Nullable String category(Catalog catalog, ProductId product) {
        return catalog.find(product).map(Product::category).orElse(null);
    }

    @Override
    public LocalDate asOf() {
        return asOf;
    }

    @Override
    public Optional<CustomerValue> value(CustomerId customer) {
        return histories.find(customer).map(lifetimeValue()::of);
    }

    @Override
    public SortedMap<CustomerId, Double> meanValues() {
        LifetimeValue fitted = lifetimeValue();
        SortedMap<CustomerId, Double> means = new TreeMap<>();
        histories
                .all()
                .forEach((customer, history) -> fitted.meanValue(history).ifPresent(mean -> means.put(customer, mean)));
        return Collections.unmodifiableSortedMap(means);
    }

    @Override
    public Due nextPurchase(CustomerId customer) {
        return nextPurchases().forCustomer(customer);
    }

    @Override
    public Due nextPurchase(CustomerId customer, String category) {
        return nextPurchases().forCustomer(customer, category);
    }

    @Override
    public DueReport due(int days) {
        return nextPurchases().report(days);
    }

    @Override
    public Churn churn(CustomerId customer, ChurnDefinition definition) {
        if (churn.size() >= MAX_CHURN_MODELS && !churn.containsKey(definition)) {
            churn.clear();
        }
        return churn.computeIfAbsent(definition, wanted -> ChurnModel.fit(days, asOf, wanted))
                .forCustomer(customer);
    }

    @Override
    public LifetimeValue lifetimeValue() {
        LifetimeValue fitted = value;
        if (fitted == null) {
            synchronized (histories) {
                fitted = value;
                if (fitted == null) {
                    fitted = LifetimeValue.builder().seed(seed).fit(histories);
                    value = fitted;
                }
            }
        }
        return fitted;
    }

    @Override
    public NextPurchases nextPurchases() {
        NextPurchases fitted = next;
        if (fitted == null) {
            synchronized (days) {
                fitted = next;
                if (fitted == null) {
                    fitted = NextPurchases.fit(days, asOf);
                    next = fitted;
                }
            }
        }
        return fitted;
    }
}
