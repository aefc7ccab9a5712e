package dev.comptoir.profile.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.profile.BasketSize;
import dev.comptoir.profile.CategoryShare;
import dev.comptoir.profile.ContactHistory;
import dev.comptoir.profile.Favourite;
import dev.comptoir.profile.HabitualDay;
import dev.comptoir.profile.HabitualHour;
import dev.comptoir.profile.LoyaltyCard;
import dev.comptoir.profile.Note;
import dev.comptoir.profile.OpenRequest;
import dev.comptoir.profile.Preference;
import dev.comptoir.profile.PriceSensitivity;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.ProfileValue;
import dev.comptoir.profile.Reason;
import dev.comptoir.profile.RfmScore;
import dev.comptoir.profile.Satisfaction;
import dev.comptoir.profile.internal.Evidence.Cited;
import dev.comptoir.value.NextPurchase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A finished fold: every value computed and copied, so that the fold can go on growing. */
final class FoldedProfile implements Profile {
    final BusinessSettings settings;
    final Cited purchases;
    final Cited returns;
    final Cited otherSales;
    final Cited messages;
    final Cited ratings;
    final Cited statements;
    final Cited cardEvents;
    final @Nullable Moment first;
    final @Nullable Moment last;
    final Money bought;
    final Money givenBack;
    final long ownPurchases;
    final int customers;
    final int noteCount;
    final @Nullable LocalDate lastDay;
    final PriceScale.Compared compared;
    private final CustomerId customer;
    private final Instant asOf;
    private final Map<Currency, Money> otherCurrencies;
    private final Optional<BasketSize> basketSize;
    private final List<CategoryShare> basketComposition;
    private final List<Favourite> favouriteProducts;
    private final List<Favourite> favouriteCategories;
    private final List<HabitualDay> favouriteDays;
    private final List<HabitualHour> favouriteHours;
    private final List<Favourite> favouriteChannels;
    private final List<Preference> preferences;
    private final Optional<RfmScore> rfm;
    private final Optional<NextPurchase> nextPurchase;
    private final ContactHistory contacts;
    private final List<OpenRequest> openRequests;
    private final Optional<Satisfaction> satisfaction;
    private final List<Note> notes;
    private final List<LoyaltyCard> loyaltyCards;

    FoldedProfile(ProfileFold fold, Optional<RfmScore> rfm, int customers, PriceScale prices, Source source) {
        this.settings = fold.settings;
        this.customer = fold.customer;
        this.asOf = source.clock().instant();
        this.rfm = rfm;
        this.customers = customers;
        purchases = fold.purchases.cited();
        returns = fold.returns.cited();
        otherSales = fold.otherSales.cited();
        messages = fold.contacts.messages.cited();
        ratings = fold.statements.ratings.cited();
        cardEvents = fold.statements.cardEvents();
        statements = Cited.of(fold.statements.statements().values().stream()
                .map(StatementFold.Statement::moment)
                .toList());
        first = fold.first;
        last = fold.last;
        lastDay = last == null ? null : day(last.at());
        bought = own(fold.basket.amount());
        givenBack = own(fold.givenBack);
        ownPurchases = fold.basket.purchases();
        otherCurrencies = otherCurrencies(fold);
        basketSize = fold.basket.size(settings);
        List<Map.Entry<ProductId, BoughtProduct>> products = new ArrayList<>(fold.products.entrySet());
        products.sort(Map.Entry.comparingByKey());
        int receipts = purchaseCount();
        basketComposition = Rankings.composition(products, fold.categoriesUsed(), settings.currency());
        favouriteProducts = Rankings.products(products, receipts, source.catalog());
        favouriteCategories = Rankings.names(fold.categories, receipts);
        favouriteDays = Rankings.days(fold.weekdays, receipts);
        favouriteHours = Rankings.hours(fold.hours, receipts);
        favouriteChannels = Rankings.names(fold.channels, receipts);
        compared = prices.compare(products);
        preferences = PreferenceScores.of(fold, products, source.catalog(), ShopTime.month(day(asOf)));
        nextPurchase = nextPurchase(fold.days);
        contacts = fold.contacts.history();
        openRequests = fold.contacts.openRequests();
        satisfaction = fold.statements.satisfaction();
        notes = fold.notes.newestFirst();
        noteCount = fold.notes.count();
        loyaltyCards = fold.statements.cards();
    }

    private static Map<Currency, Money> otherCurrencies(ProfileFold fold) {
        Map<Currency, Money> others = new LinkedHashMap<>();
        fold.otherCurrencies.forEach((currency, sums) ->
                others.put(currency, new Money(Sums.plus(sums[0], -sums[1]), currency)));
        return Collections.unmodifiableMap(others);
    }

    private static Optional<NextPurchase> nextPurchase(Counts purchaseDays) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (int i = 0; i < purchaseDays.distinct(); i++) {
            days.add(LocalDate.ofEpochDay(purchaseDays.value(i)));
        }
        return NextPurchase.from(days);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, settings.zone());
    }

    Money own(long minorUnits) {
        return new Money(minorUnits, settings.currency());
    }

    @Override
    public CustomerId customer() {
        return customer;
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public ZoneId zone() {
        return settings.zone();
    }

    @Override
    public int purchaseCount() {
        return (int) purchases.count();
    }

    @Override
    public int returnCount() {
        return (int) returns.count();
    }

    @Override
    public Optional<Instant> firstPurchase() {
        return Optional.ofNullable(first).map(Moment::at);
    }

    @Override
    public Optional<Instant> lastPurchase() {
        return Optional.ofNullable(last).map(Moment::at);
    }

    @Override
    public OptionalInt daysSinceLastPurchase() {
        return lastDay == null
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.max(0, ChronoUnit.DAYS.between(lastDay, day(asOf))));
    }

    @Override
    public Money spend() {
        return own(Sums.plus(bought.minorUnits(), -givenBack.minorUnits()));
    }

    @Override
    public Map<Currency, Money> otherCurrencies() {
        return otherCurrencies;
    }

    @Override
    public Optional<Money> averageBasket() {
        return basketSize.map(BasketSize::meanAmount);
    }

    @Override
    public Optional<BasketSize> basketSize() {
        return basketSize;
    }

    @Override
    public List<CategoryShare> basketComposition() {
        return basketComposition;
    }

    @Override
    public List<Favourite> favouriteProducts() {
        return favouriteProducts;
    }

    @Override
    public List<Favourite> favouriteCategories() {
        return favouriteCategories;
    }

    @Override
    public List<HabitualDay> favouriteDays() {
        return favouriteDays;
    }

    @Override
    public List<HabitualHour> favouriteHours() {
        return favouriteHours;
    }

    @Override
    public List<Favourite> favouriteChannels() {
        return favouriteChannels;
    }

    @Override
    public Optional<PriceSensitivity> priceSensitivity() {
        return Optional.ofNullable(compared.sensitivity());
    }

    @Override
    public List<Preference> preferences() {
        return preferences;
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
    public ContactHistory contacts() {
        return contacts;
    }

    @Override
    public List<OpenRequest> openRequests() {
        return openRequests;
    }

    @Override
    public Optional<Satisfaction> satisfaction() {
        return satisfaction;
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    @Override
    public List<LoyaltyCard> loyaltyCards() {
        return loyaltyCards;
    }

    @Override
    public Reason why(ProfileValue value) {
        return new ProfileReasons(this).of(value);
    }
}
