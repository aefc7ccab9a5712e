package dev.comptoir.profile;

import dev.comptoir.Money;
import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import dev.comptoir.profile.fact.TextSetFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each fact is read from a profile. */
final class FactCatalogue {
    private final SortedMap<String, Entry> entries = new TreeMap<>();

    private FactCatalogue() {}

    static SortedMap<String, Entry> entries() {
        FactCatalogue catalogue = new FactCatalogue();
        catalogue.purchases();
        catalogue.habits();
        catalogue.standing();
        catalogue.contacts();
        catalogue.preferences();
        return Collections.unmodifiableSortedMap(catalogue.entries);
    }

    private void purchases() {
        flag("buyer", profile -> profile.purchaseCount() > 0);
        number("purchaseCount", profile -> Optional.of(profile.purchaseCount()));
        number("returnCount", profile -> Optional.of(profile.returnCount()));
        number("spend", profile -> Optional.of(major(profile.spend())));
        number("averageBasket", profile -> profile.averageBasket().map(FactCatalogue::major));
        number("medianBasket", profile -> profile.basketSize().map(size -> major(size.medianAmount())));
        number("meanBasketLines", profile -> profile.basketSize().map(BasketSize::meanLines));
        number("meanBasketUnits", profile -> profile.basketSize().map(BasketSize::meanUnits));
        day("firstPurchase", Profile::firstPurchase);
        day("lastPurchase", Profile::lastPurchase);
        number("daysSinceFirstPurchase", profile -> daysSince(profile, profile.firstPurchase()));
        number("daysSinceLastPurchase", profile -> daysSince(profile, profile.lastPurchase()));
        texts(
                "otherCurrencies",
                profile -> profile.otherCurrencies().keySet().stream().map(currency -> currency.getCurrencyCode()));
    }

    private void habits() {
        favourite("favouriteProduct", "favouriteProducts", Profile::favouriteProducts);
        favourite("favouriteCategory", "favouriteCategories", Profile::favouriteCategories);
        favourite("favouriteChannel", "favouriteChannels", Profile::favouriteChannels);
        text("favouriteDay", profile -> first(profile.favouriteDays()).map(best -> lower(best.day())));
        number("favouriteHour", profile -> first(profile.favouriteHours()).map(HabitualHour::hour));
        texts(
                "categoriesBought",
                profile -> profile.basketComposition().stream()
                        .map(CategoryShare::category)
                        .filter(category -> !category.isEmpty()));
        number("shareBelowUsualPrice", profile -> profile.priceSensitivity().map(PriceSensitivity::shareBelowUsual));
        number(
                "categoryPricePosition",
                profile -> profile.priceSensitivity()
                        .flatMap(known ->
                                known.categoryPosition().stream().boxed().findAny()));
        flag(
                "seeksLowPrices",
                profile -> profile.priceSensitivity()
                        .map(PriceSensitivity::seeksLowPrices)
                        .orElse(false));
    }

    private void standing() {
        number("rfmRecency", profile -> profile.rfm().map(RfmScore::recency));
        number("rfmFrequency", profile -> profile.rfm().map(RfmScore::frequency));
        number("rfmMonetary", profile -> profile.rfm().map(RfmScore::monetary));
        text("rfmSegment", profile -> profile.rfmSegment().map(FactCatalogue::lower));
        add("nextPurchase", DayFact.class, profile -> profile.nextPurchase().map(next -> new DayFact(next.expected())));
        number(
                "daysUntilNextPurchase",
                profile -> profile.nextPurchase()
                        .map(next -> ChronoUnit.DAYS.between(day(profile, profile.asOf()), next.expected())));
    }

    private void contacts() {
        number("messagesReceived", profile -> Optional.of(profile.contacts().receivedCount()));
        number("messagesSent", profile -> Optional.of(profile.contacts().sentCount()));
        day("lastMessage", profile -> profile.contacts().last());
        text("lastMessageChannel", profile -> profile.contacts().lastChannel());
        number(
                "daysSinceLastMessage",
                profile -> daysSince(profile, profile.contacts().last()));
        number("openRequestCount", profile -> Optional.of(profile.openRequests().size()));
        flag("hasOpenRequest", profile -> !profile.openRequests().isEmpty());
        number("meanRating", profile -> profile.satisfaction().map(Satisfaction::mean));
        number("lastRating", profile -> profile.satisfaction().map(Satisfaction::last));
        flag("hasLoyaltyCard", profile -> !profile.loyaltyCards().isEmpty());
        texts("loyaltyPrograms", profile -> profile.loyaltyCards().stream().map(LoyaltyCard::program));
    }

    private void preferences() {
        liked("likedProducts", Preference.Kind.PRODUCT, Preference.Attitude.LIKES);
        liked("likedCategories", Preference.Kind.CATEGORY, Preference.Attitude.LIKES);
        liked("likedTopics", Preference.Kind.TOPIC, Preference.Attitude.LIKES);
        liked("dislikedProducts", Preference.Kind.PRODUCT, Preference.Attitude.DISLIKES);
        liked("dislikedCategories", Preference.Kind.CATEGORY, Preference.Attitude.DISLIKES);
        liked("dislikedTopics", Preference.Kind.TOPIC, Preference.Attitude.DISLIKES);
    }

    private void favourite(String best, String all, Function<Profile, List<Favourite>> read) {
        text(best, profile -> first(read.apply(profile)).map(Favourite::key));
        texts(all, profile -> read.apply(profile).stream().map(Favourite::key));
    }

    private void liked(String name, Preference.Kind kind, Preference.Attitude attitude) {
        texts(
                name,
                profile -> profile.preferences().stream()
                        .filter(one -> one.kind() == kind && one.attitude() == attitude)
                        .map(Preference::key));
    }

    private void number(String name, Function<Profile, Optional<? extends Number>> read) {
        add(name, NumberFact.class, profile -> read.apply(profile).map(number -> new NumberFact(number.doubleValue())));
    }

    private void text(String name, Function<Profile, Optional<String>> read) {
        add(name, TextFact.class, profile -> read.apply(profile).map(TextFact::new));
    }

    private void texts(String name, Function<Profile, Stream<String>> read) {
        add(
                name,
                TextSetFact.class,
                profile -> Optional.of(new TextSetFact(read.apply(profile).collect(Collectors.toSet()))));
    }

    private void flag(String name, Predicate<Profile> read) {
        add(name, FlagFact.class, profile -> Optional.of(new FlagFact(read.test(profile))));
    }

    private void day(String name, Function<Profile, Optional<Instant>> read) {
        add(name, DayFact.class, profile -> read.apply(profile).map(at -> new DayFact(day(profile, at))));
    }

    private void add(String name, Class<? extends Fact> type, Function<Profile, Optional<? extends Fact>> read) {
        entries.put(name, new Entry(type, profile -> read.apply(profile).map(fact -> fact)));
    }

    private static Optional<Long> daysSince(Profile profile, Optional<Instant> then) {
        return then.map(at -> Math.max(0, ChronoUnit.DAYS.between(day(profile, at), day(profile, profile.asOf()))));
    }

    private static LocalDate day(Profile profile, Instant at) {
        return LocalDate.ofInstant(at, profile.zone());
    }

    private static <T> Optional<T> first(List<T> list) {
        return list.stream().findFirst();
    }

    private static double major(Money money) {
        return money.amount().doubleValue();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    record Entry(Class<? extends Fact> type, Function<Profile, Optional<Fact>> read) {}
}
