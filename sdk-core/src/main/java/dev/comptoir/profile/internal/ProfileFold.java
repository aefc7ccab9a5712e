package dev.comptoir.profile.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.Feedback;
import dev.comptoir.event.Line;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.StaffNote;
import dev.comptoir.profile.Note;
import dev.comptoir.profile.Profile;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One customer's events as sums, counts, extremes and newest ones. Each of these is the same whatever the order the events come in, so
 * an event that comes late is added like any other, and a fold that grew event by event is the fold that a rebuild gives. Bounded
 * by how many different products, months, days and prices there are, not by the number of events. Not thread-safe.
 */
final class ProfileFold {
    final CustomerId customer;
    final BusinessSettings settings;
    final Evidence purchases = new Evidence();
    final Evidence returns = new Evidence();
    final Evidence otherSales = new Evidence();
    final SortedMap<Currency, long[]> otherCurrencies = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    final Map<ProductId, BoughtProduct> products = new HashMap<>();
    final Map<String, Tally> categories = new HashMap<>();
    final Map<String, Tally> channels = new HashMap<>();
    final Counts days = Counts.exact();
    final Counts months = new Counts();
    final Counts weekdays = new Counts();
    final Counts hours = new Counts();
    final BasketFold basket = new BasketFold();
    final ContactFold contacts = new ContactFold();
    final StatementFold statements = new StatementFold();
    final Newest<Note> notes = new Newest<>(Profile.MAX_NOTES, note -> new Moment(note.at(), note.event()));

    @Nullable
    Moment first;

    @Nullable
    Moment last;

    long givenBack;
    private final Categories catalog;
    private long noteCharacters;

    ProfileFold(CustomerId customer, BusinessSettings settings, Categories catalog) {
        this.customer = customer;
        this.settings = settings;
        this.catalog = catalog;
    }

    void add(Event event) {
        switch (event.kind()) {
            case PURCHASE -> add((Purchase) event);
            case RETURN -> add((Return) event);
            case MESSAGE -> contacts.add((Message) event);
            case FEEDBACK -> statements.add((Feedback) event);
            case CUSTOM -> statements.add((CustomEvent) event);
            case STAFF_NOTE -> add((StaffNote) event);
            case VIEW, VISIT, CONSENT_CHANGE -> {}
        }
    }

    private void add(StaffNote note) {
        notes.add(new Note(note.id(), note.at(), note.author(), note.text()));
        noteCharacters += note.text().length();
    }

    private void add(Return given) {
        Moment moment = Moment.of(given);
        returns.add(moment);
        Money total = given.total();
        if (isOwn(total.currency())) {
            givenBack = Sums.plus(givenBack, total.minorUnits());
        } else {
            long[] sums = other(total.currency(), moment);
            sums[1] = Sums.plus(sums[1], total.minorUnits());
        }
    }

    private void add(Purchase purchase) {
        Moment moment = Moment.of(purchase);
        ShopTime time = ShopTime.of(purchase.at(), settings.zone());
        purchases.add(moment);
        first = first == null || first.isAfter(moment) ? moment : first;
        last = last == null || moment.isAfter(last) ? moment : last;
        days.add(time.epochDay());
        months.add(time.month());
        weekdays.add(time.weekday());
        hours.add(time.hour());
        if (purchase.channel() != null) {
            channels.computeIfAbsent(purchase.channel(), key -> new Tally()).add(purchase.at(), time.month());
        }
        Money total = purchase.total();
        boolean own = isOwn(total.currency());
        if (own) {
            basket.add(purchase, total.minorUnits());
        } else {
            long[] sums = other(total.currency(), moment);
            sums[0] = Sums.plus(sums[0], total.minorUnits());
        }
        addLines(purchase, time, own);
    }

    private void addLines(Purchase purchase, ShopTime time, boolean own) {
        Set<Object> once = new HashSet<>();
        for (Line line : purchase.lines()) {
            BoughtProduct bought = products.computeIfAbsent(line.product(), key -> new BoughtProduct());
            if (own) {
                bought.prices.add(Prices.unitPrice(line));
                bought.amount = Sums.plus(bought.amount, line.amount().minorUnits());
            }
            if (once.add(line.product())) {
                bought.tally.add(purchase.at(), time.month());
            }
            String category = catalog.of(line.product());
            if (category != null && once.add(category)) {
                categories.computeIfAbsent(category, key -> new Tally()).add(purchase.at(), time.month());
            }
        }
    }

    private long[] other(Currency currency, Moment moment) {
        otherSales.add(moment);
        return otherCurrencies.computeIfAbsent(currency, key -> new long[2]);
    }

    private boolean isOwn(Currency currency) {
        return currency.equals(settings.currency());
    }

    long spendMinorUnits() {
        return Sums.plus(basket.amount(), -givenBack);
    }

    Categories categoriesUsed() {
        return catalog;
    }

    /** About how many bytes of heap this takes. */
    long bytes() {
        long bytes = 600 + purchases.bytes() + returns.bytes() + otherSales.bytes();
        bytes += days.bytes() + months.bytes() + weekdays.bytes() + hours.bytes();
        bytes += basket.bytes() + contacts.bytes() + statements.bytes();
        bytes += 200L * notes.kept() + 2 * noteCharacters + 100L * otherCurrencies.size();
        for (BoughtProduct product : products.values()) {
            bytes += 48 + product.bytes();
        }
        for (Tally tally : categories.values()) {
            bytes += 48 + tally.bytes();
        }
        for (Tally tally : channels.values()) {
            bytes += 48 + tally.bytes();
        }
        return bytes;
    }
}
