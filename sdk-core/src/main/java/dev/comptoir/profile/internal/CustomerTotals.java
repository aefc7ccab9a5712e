package dev.comptoir.profile.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.profile.ShopStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one open business for its profiles: a few numbers for every customer, which place each among the others; the sums
 * and prices of the whole shop; and the folds of the customers looked at lately. Follows the log by its sequence, so each event is
 * read once, and nothing in here depends on the order. Thread-safe by one lock; about 250 bytes a customer, and {@value #FOLD_BYTES}
 * bytes of folds at most, or the one looked at last.
 */
public final class CustomerTotals {
    private static final int FOLD_BYTES = 4 << 20;
    /** Where more customers change at once, sorting all anew is cheaper than moving each. */
    private static final int MAX_MOVES = 1000;

    private static final int MAX_ATTEMPTS = 3;

    private final BusinessSettings settings;
    private final Map<CustomerId, Total> totals = new HashMap<>();
    private final ShopSums sums = new ShopSums();
    private final PriceScale prices = new PriceScale();
    private final FoldCache folds = new FoldCache(FOLD_BYTES);
    private final Set<Loading> loadings = new HashSet<>();
    private Categories categories = Categories.NONE;
    private @Nullable RfmScale scale;
    private int moves;
    private long sequence;
    private long erasures;

    public CustomerTotals(BusinessSettings settings) {
        this.settings = settings;
    }

    /*
     * Reading a customer takes as long as the customer has events, so it is done without the lock; what is kept meanwhile may be seen by
     * it or not. So whoever reads is told when one of the customer's events comes by, and reads again. A customer for whom that goes on
     * and on is answered, and not held.
     */
    /** As of everything kept so far; reads the customer's events where they are not held. */
    FoldedProfile profile(CustomerId customer, Source source) {
        for (int attempt = 1; ; attempt++) {
            Loading loading;
            synchronized (this) {
                catchUp(source);
                ProfileFold held = totals.containsKey(customer) ? folds.get(customer) : empty(customer);
                if (held != null) {
                    return finish(held, source);
                }
                loading = new Loading(empty(customer));
                loadings.add(loading);
            }
            Optional<FoldedProfile> profile = read(loading, source, attempt == MAX_ATTEMPTS);
            if (profile.isPresent()) {
                return profile.get();
            }
        }
    }

    private Optional<FoldedProfile> read(Loading loading, Source source, boolean last) {
        try {
            source.events().read(EventQuery.all().of(loading.fold.customer), loading.fold::add);
            synchronized (this) {
                catchUp(source);
                if (!loading.outdated) {
                    folds.put(loading.fold);
                }
                return loading.outdated && !last ? Optional.empty() : Optional.of(finish(loading.fold, source));
            }
        } finally {
            synchronized (this) {
                loadings.remove(loading);
            }
        }
    }

    /** An empty fold, to be filled by the caller. */
    synchronized ProfileFold empty(CustomerId customer) {
        return new ProfileFold(customer, settings, categories);
    }

    /** A profile out of a fold that holds all of the customer's events, as far as they were seen here. */
    synchronized FoldedProfile finish(ProfileFold fold, Source source) {
        RfmScale current = scale();
        Total total = totals.get(fold.customer);
        return new FoldedProfile(
                fold,
                total != null && total.isBuyer() ? Optional.of(current.score(total)) : Optional.empty(),
                current.customers(),
                prices,
                source);
    }

    synchronized ShopStatistics shop(Source source) {
        catchUp(source);
        return FoldedShop.of(
                sums, totals.values(), scale(), settings, source.clock().instant());
    }

    /** Everyone who bought or brought something back, in the order of their ids. */
    synchronized List<CustomerId> customers(Source source) {
        catchUp(source);
        List<CustomerId> customers = new ArrayList<>();
        totals.forEach((customer, total) -> {
            if (total.isBuyer() || total.returns > 0) {
                customers.add(customer);
            }
        });
        customers.sort(null);
        return customers;
    }

    /** How many events a customer has, as far as they were seen here. */
    synchronized int events(CustomerId customer) {
        Total total = totals.get(customer);
        return total == null ? 0 : total.events;
    }

    synchronized void catchUp(Source source) {
        long erased = source.events().erasures();
        if (erased != erasures) {
            beginAnew();
            erasures = erased;
        }
        regroup(categories.refreshed(source.catalog()));
        if (source.events().lastSequence() == sequence) {
            return;
        }
        moves = 0;
        try {
            sequence = source.events().read(EventQuery.keptAfter(sequence), this::add);
        } catch (RuntimeException | Error failure) {
            // A part may have been counted: begin anew rather than count it twice.
            beginAnew();
            throw failure;
        }
    }

    private void regroup(Categories now) {
        if (!now.sameAs(categories)) {
            prices.group(now);
            folds.clear();
            loadings.forEach(loading -> loading.outdated = true);
        }
        categories = now;
    }

    private void beginAnew() {
        totals.clear();
        sums.clear();
        prices.clear();
        folds.clear();
        loadings.forEach(loading -> loading.outdated = true);
        scale = null;
        sequence = 0;
    }

    private void add(Event event) {
        CustomerId customer = event.customer();
        if (customer != null) {
            folds.add(customer, event);
            for (Loading loading : loadings) {
                loading.outdated |= loading.fold.customer.equals(customer);
            }
        }
        Total total = customer == null ? new Total() : totals.computeIfAbsent(customer, key -> new Total());
        total.events = Sums.plus(total.events, 1);
        if (event instanceof Purchase purchase) {
            ShopTime time = ShopTime.of(purchase.at(), settings.zone());
            sums.add(purchase, time);
            if (isOwn(purchase.lines().get(0).amount())) {
                prices.add(purchase);
            }
            move(customer != null, total, () -> total.addPurchase(time, ownMinorUnits(purchase.total())));
        } else if (event instanceof Return given) {
            sums.add(given, ShopTime.of(given.at(), settings.zone()));
            move(customer != null, total, () -> total.addReturn(ownMinorUnits(given.total())));
        }
    }

    /** Keeps the scale in step with a customer who changes, or gives it up where many do. */
    private void move(boolean known, Total total, Runnable change) {
        if (scale != null && ++moves > MAX_MOVES) {
            scale = null;
        }
        RfmScale kept = known ? scale : null;
        if (kept != null && total.isBuyer()) {
            kept.remove(total);
        }
        change.run();
        if (kept != null && total.isBuyer()) {
            kept.add(total);
        }
    }

    private RfmScale scale() {
        RfmScale current = scale;
        if (current == null) {
            current =
                    RfmScale.of(totals.values().stream().filter(Total::isBuyer).toList());
            scale = current;
        }
        return current;
    }

    private boolean isOwn(Money money) {
        return money.currency().equals(settings.currency());
    }

    private long ownMinorUnits(Money money) {
        return isOwn(money) ? money.minorUnits() : 0;
    }

    /** Somebody who reads a customer's events just now. Guarded by the lock, but for what is in the fold. */
    private static final class Loading {
        private final ProfileFold fold;
        private boolean outdated;

        Loading(ProfileFold fold) {
            this.fold = fold;
        }
    }
}
