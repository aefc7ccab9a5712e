package dev.comptoir.profile.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import dev.comptoir.event.Event;
import dev.comptoir.event.Line;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.profile.Profile;
import dev.comptoir.value.NextPurchase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects one customer's events, oldest first, into a profile. Bounded by the number of different products, not of events. */
final class ProfileFold {
    final CustomerId customer;
    final BusinessSettings settings;
    final Evidence purchases = new Evidence();
    final Evidence returns = new Evidence();
    final SortedMap<Currency, Long> otherCurrencies =
            new TreeMap<>((a, b) -> a.getCurrencyCode().compareTo(b.getCurrencyCode()));
    final Map<ProductId, Tally> products = new HashMap<>();
    final TreeSet<LocalDate> days = new TreeSet<>();

    @Nullable
    Event first;

    @Nullable
    Event last;

    long bought;
    long boughtPurchases;
    long givenBack;

    ProfileFold(CustomerId customer, BusinessSettings settings) {
        this.customer = customer;
        this.settings = settings;
    }

    void add(Event event) {
        if (event instanceof Purchase purchase) {
            add(purchase);
        } else if (event instanceof Return given) {
            returns.add(given.id());
            givenBack = Sums.plus(givenBack, inOwnCurrency(given.total(), -1));
        }
    }

    private void add(Purchase purchase) {
        purchases.add(purchase.id());
        if (first == null) {
            first = purchase;
        }
        last = purchase;
        days.add(day(purchase.at()));
        if (purchase.total().currency().equals(settings.currency())) {
            boughtPurchases++;
        }
        bought = Sums.plus(bought, inOwnCurrency(purchase.total(), 1));
        Set<ProductId> once = new HashSet<>();
        for (Line line : purchase.lines()) {
            if (once.add(line.product())) {
                products.computeIfAbsent(line.product(), key -> new Tally()).add(purchase.at(), purchase.id());
            }
        }
    }

    /** The amount where it is in the business's currency; otherwise it is put with its like, and nothing is left. */
    private long inOwnCurrency(Money total, int sign) {
        if (total.currency().equals(settings.currency())) {
            return total.minorUnits();
        }
        otherCurrencies.merge(total.currency(), sign * total.minorUnits(), Sums::plus);
        return 0;
    }

    Profile finish(Catalog catalog, RfmScale scale, Instant now) {
        Map<String, Tally> categories = new HashMap<>();
        products.forEach((product, tally) -> catalog.find(product)
                .map(Product::category)
                .ifPresent(category ->
                        categories.computeIfAbsent(category, key -> new Tally()).add(tally)));
        return new FoldedProfile(
                this,
                Favourites.products(products, purchases.count(), catalog),
                Favourites.categories(categories, purchases.count()),
                NextPurchase.from(days),
                last == null
                        ? Optional.empty()
                        : Optional.of(scale.score(day(last.at()).toEpochDay(), purchases.count(), spendMinorUnits())),
                scale.customers(),
                now);
    }

    long spendMinorUnits() {
        return Sums.plus(bought, -givenBack);
    }

    LocalDate day(Instant at) {
        return at.atZone(settings.zone()).toLocalDate();
    }

    /** In which purchases a product or category was. */
    static final class Tally {
        final Set<EventId> receipts = new HashSet<>();
        Instant last = Instant.MIN;

        void add(Instant at, EventId receipt) {
            receipts.add(receipt);
            if (at.isAfter(last)) {
                last = at;
            }
        }

        void add(Tally other) {
            receipts.addAll(other.receipts);
            if (other.last.isAfter(last)) {
                last = other.last;
            }
        }
    }
}
