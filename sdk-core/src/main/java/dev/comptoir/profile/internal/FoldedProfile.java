package dev.comptoir.profile.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.event.Event;
import dev.comptoir.profile.Preference;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.ProfileValue;
import dev.comptoir.profile.Reason;
import dev.comptoir.profile.RfmScore;
import dev.comptoir.value.NextPurchase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A finished fold. */
final class FoldedProfile implements Profile {
    private final ProfileFold fold;
    private final List<Preference> favouriteProducts;
    private final List<Preference> favouriteCategories;
    private final Optional<NextPurchase> nextPurchase;
    private final Optional<RfmScore> rfm;
    private final int customers;
    private final Instant now;

    FoldedProfile(
            ProfileFold fold,
            List<Preference> favouriteProducts,
            List<Preference> favouriteCategories,
            Optional<NextPurchase> nextPurchase,
            Optional<RfmScore> rfm,
            int customers,
            Instant now) {
        this.fold = fold;
        this.favouriteProducts = favouriteProducts;
        this.favouriteCategories = favouriteCategories;
        this.nextPurchase = nextPurchase;
        this.rfm = rfm;
        this.customers = customers;
        this.now = now;
    }

    @Override
    public CustomerId customer() {
        return fold.customer;
    }

    @Override
    public int purchaseCount() {
        return fold.purchases.count();
    }

    @Override
    public int returnCount() {
        return fold.returns.count();
    }

    @Override
    public Optional<Instant> firstPurchase() {
        return Optional.ofNullable(fold.first).map(Event::at);
    }

    @Override
    public Optional<Instant> lastPurchase() {
        return Optional.ofNullable(fold.last).map(Event::at);
    }

    @Override
    public OptionalInt daysSinceLastPurchase() {
        Event last = fold.last;
        if (last == null) {
            return OptionalInt.empty();
        }
        long days = ChronoUnit.DAYS.between(fold.day(last.at()), fold.day(now));
        return OptionalInt.of((int) Math.max(0, days));
    }

    @Override
    public Money spend() {
        return money(fold.spendMinorUnits());
    }

    @Override
    public Map<Currency, Money> otherCurrencies() {
        Map<Currency, Money> others = new LinkedHashMap<>();
        fold.otherCurrencies.forEach((currency, sum) -> others.put(currency, new Money(sum, currency)));
        return Collections.unmodifiableMap(others);
    }

    @Override
    public Optional<Money> averageBasket() {
        return fold.boughtPurchases == 0
                ? Optional.empty()
                : Optional.of(money(fold.bought).dividedBy(fold.boughtPurchases));
    }

    @Override
    public List<Preference> favouriteProducts() {
        return favouriteProducts;
    }

    @Override
    public List<Preference> favouriteCategories() {
        return favouriteCategories;
    }

    @Override
    public Optional<RfmScore> rfm() {
        return rfm;
    }

    @Override
    public Optional<NextPurchase> nextPurchase() {
        return nextPurchase;
    }

    @Override
    public Reason why(ProfileValue value) {
        return switch (value) {
            case FIRST_PURCHASE -> ofEvent(value, fold.first);
            case LAST_PURCHASE -> ofEvent(value, fold.last);
            case PURCHASE_COUNT -> reason(value, fold.purchases, Map.of("purchases", purchaseCount()));
            case RETURN_COUNT -> reason(value, fold.returns, Map.of("returns", returnCount()));
            case SPEND ->
                reason(
                        value,
                        fold.purchases,
                        numbers(
                                "purchases", purchaseCount(),
                                "bought", money(fold.bought),
                                "returns", returnCount(),
                                "givenBack", money(fold.givenBack),
                                "spend", spend()));
            case AVERAGE_BASKET ->
                averageBasket()
                        .map(mean -> reason(
                                value,
                                fold.purchases,
                                numbers("bought", money(fold.bought), "purchases", fold.boughtPurchases, "mean", mean)))
                        .orElseGet(() -> none(value));
            case FAVOURITE_PRODUCTS -> favourite(value, favouriteProducts);
            case FAVOURITE_CATEGORIES -> favourite(value, favouriteCategories);
            case RFM ->
                rfm.map(score -> reason(
                                value,
                                fold.purchases,
                                numbers(
                                        "daysSinceLastPurchase",
                                                daysSinceLastPurchase().orElseThrow(),
                                        "purchases", purchaseCount(),
                                        "spend", spend(),
                                        "customers", customers,
                                        "recencyScore", score.recency(),
                                        "frequencyScore", score.frequency(),
                                        "monetaryScore", score.monetary())))
                        .orElseGet(() -> none(value));
            case NEXT_PURCHASE ->
                nextPurchase
                        .map(next -> reason(
                                value,
                                fold.purchases,
                                numbers(
                                        "lastDay", fold.days.last(),
                                        "medianIntervalDays", next.medianIntervalDays(),
                                        "intervals", next.intervals(),
                                        "expected", next.expected())))
                        .orElseGet(() -> none(value));
        };
    }

    private Reason ofEvent(ProfileValue value, @Nullable Event event) {
        if (event == null) {
            return none(value);
        }
        return new Reason(value, Map.of("day", fold.day(event.at())), List.of(event.id()), 1, language());
    }

    private Reason favourite(ProfileValue value, List<Preference> favourites) {
        if (favourites.isEmpty()) {
            return none(value);
        }
        Preference best = favourites.get(0);
        return reason(
                value,
                fold.purchases,
                numbers("title", best.title(), "purchasesWithIt", best.purchases(), "purchases", best.ofPurchases()));
    }

    private Reason reason(ProfileValue value, Evidence evidence, Map<String, Object> aggregates) {
        return new Reason(value, aggregates, evidence.events(), evidence.count(), language());
    }

    /** Why there is no value: what there is does not suffice. */
    private Reason none(ProfileValue value) {
        return new Reason(value, Map.of(), fold.purchases.events(), fold.purchases.count(), language());
    }

    private Locale language() {
        return fold.settings.language();
    }

    private Money money(long minorUnits) {
        return new Money(minorUnits, fold.settings.currency());
    }

    private static Map<String, Object> numbers(Object... namesAndValues) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            numbers.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(numbers);
    }
}
