package dev.comptoir.value;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The purchase days of all customers of a business. Immutable.
 *
 * <p>Amounts are of one currency; a purchase in another one counts as a purchase whose amount is unknown. Returns change nothing:
 * what was brought back was bought, and shows that the customer was there.
 */
public final class PurchaseHistories {
    private final SortedMap<CustomerId, PurchaseDays> customers;
    private final LocalDate through;
    private final long anonymous;
    private final long otherCurrencies;

    private PurchaseHistories(Builder builder) {
        customers = new TreeMap<>();
        builder.customers.forEach((customer, days) -> customers.put(customer, days.build()));
        through = builder.through;
        anonymous = builder.anonymous;
        otherCurrencies = builder.otherCurrencies;
    }

    /**
     * Reads all receipts of a business until the end of a local day; what is dated later is left out. One pass over the log.
     *
     * @param through the last day that counts, in the business's zone
     */
    public static PurchaseHistories read(EventLog events, BusinessSettings settings, LocalDate through) {
        Builder builder = builder(through);
        EventQuery query = EventQuery.all()
                .until(through.plusDays(1).atStartOfDay(settings.zone()).toInstant());
        events.read(query, event -> {
            if (event instanceof Purchase purchase) {
                builder.add(purchase, settings);
            }
        });
        return builder.build();
    }

    /** Begins with nothing. */
    public static Builder builder(LocalDate through) {
        return new Builder(through);
    }

    /** The last day that counts. */
    public LocalDate through() {
        return through;
    }

    /** The customers in the order of their ids. */
    public SortedMap<CustomerId, PurchaseDays> customers() {
        return Collections.unmodifiableSortedMap(customers);
    }

    /** Receipts of nobody known, which count for no customer. */
    public long anonymousPurchases() {
        return anonymous;
    }

    /** Purchases whose amount is not known here because it is of another currency. */
    public long purchasesInOtherCurrencies() {
        return otherCurrencies;
    }

    /** One customer's history at the end of {@link #through}; empty where there is no purchase until then. */
    public Optional<PurchaseHistory> find(CustomerId customer) {
        return Optional.ofNullable(customers.get(customer)).flatMap(days -> days.history(through));
    }

    /** All histories at the end of {@link #through}, in the order of the customers' ids. */
    public Map<CustomerId, PurchaseHistory> all() {
        return at(through);
    }

    /** All histories at the end of a day: of those who had bought by then. */
    public Map<CustomerId, PurchaseHistory> at(LocalDate day) {
        Map<CustomerId, PurchaseHistory> histories = new LinkedHashMap<>();
        customers.forEach((customer, days) -> days.history(day).ifPresent(known -> histories.put(customer, known)));
        return histories;
    }

    /** The day at which a share of the time from the first purchase of all to {@link #through} has passed; empty without one. */
    Optional<LocalDate> dayAfterShare(double share) {
        return customers.values().stream()
                .map(PurchaseDays::first)
                .min(LocalDate::compareTo)
                .map(first -> {
                    long days = ChronoUnit.DAYS.between(first, through);
                    return first.plusDays(Math.round(days * share));
                });
    }

    /** Collects purchases in any order. Not thread-safe. */
    public static final class Builder {
        private final Map<CustomerId, PurchaseDays.Builder> customers = new LinkedHashMap<>();
        private final LocalDate through;
        private long anonymous;
        private long otherCurrencies;

        private Builder(LocalDate through) {
            this.through = through;
        }

        /** A purchase for an amount; {@link PurchaseDays.Builder#add(LocalDate, double)} says which are refused. */
        public Builder add(CustomerId customer, LocalDate day, double amount) {
            of(customer).add(day, amount);
            return this;
        }

        /** A purchase whose amount is unknown. */
        public Builder add(CustomerId customer, LocalDate day) {
            of(customer).add(day);
            return this;
        }

        private void add(Purchase purchase, BusinessSettings settings) {
            CustomerId customer = purchase.customer();
            if (customer == null) {
                anonymous++;
                return;
            }
            LocalDate day = purchase.at().atZone(settings.zone()).toLocalDate();
            if (purchase.total().currency().equals(settings.currency())) {
                add(customer, day, purchase.total().amount().doubleValue());
            } else {
                otherCurrencies++;
                add(customer, day);
            }
        }

        private PurchaseDays.Builder of(CustomerId customer) {
            return customers.computeIfAbsent(customer, unknown -> PurchaseDays.builder());
        }

        public PurchaseHistories build() {
            customers.values().removeIf(PurchaseDays.Builder::isEmpty);
            return new PurchaseHistories(this);
        }
    }
}
