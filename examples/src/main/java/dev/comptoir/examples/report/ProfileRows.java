package dev.comptoir.examples.report;

import dev.comptoir.BusinessSettings;
import dev.comptoir.profile.Favourite;
import dev.comptoir.profile.LoyaltyCard;
import dev.comptoir.profile.Note;
import dev.comptoir.profile.Preference;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.ProfileValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a profile into words, each value with its reason. */
final class ProfileRows {
    private static final int FAVOURITES = 3;

    private final BusinessSettings settings;
    private final Locale locale;
    private final Words words;

    ProfileRows(BusinessSettings settings, Locale locale) {
        this.settings = settings;
        this.locale = locale;
        this.words = new Words(locale);
    }

    CustomerCard card(Profile profile, String name, String note) {
        List<CustomerCard.Row> rows = Arrays.stream(ProfileValue.values())
                .map(value -> new CustomerCard.Row(
                        label(value),
                        content(profile, value),
                        profile.why(value).text(locale)))
                .toList();
        return new CustomerCard(name, profile.customer().value(), note, rows);
    }

    String label(ProfileValue value) {
        return words.getOr("value." + value.name(), value.name());
    }

    String content(Profile profile, ProfileValue value) {
        return switch (value) {
            case FIRST_PURCHASE -> day(profile.firstPurchase());
            case LAST_PURCHASE -> day(profile.lastPurchase());
            case PURCHASE_COUNT -> words.count(profile.purchaseCount());
            case RETURN_COUNT -> words.count(profile.returnCount());
            case SPEND -> words.money(profile.spend());
            case AVERAGE_BASKET -> or(profile.averageBasket().map(words::money));
            case OTHER_CURRENCIES ->
                list(profile.otherCurrencies().values().stream().map(words::money));
            case BASKET_SIZE -> or(profile.basketSize().map(size -> words.money(size.medianAmount())));
            case BASKET_COMPOSITION ->
                list(profile.basketComposition().stream()
                        .filter(share -> !share.category().isEmpty())
                        .map(share -> share.category() + " " + percent(share.share())));
            case FAVOURITE_PRODUCTS -> favourites(profile.favouriteProducts());
            case FAVOURITE_CATEGORIES -> favourites(profile.favouriteCategories());
            case FAVOURITE_CHANNELS -> favourites(profile.favouriteChannels());
            case FAVOURITE_DAYS ->
                list(profile.favouriteDays().stream().map(best -> best.day().getDisplayName(TextStyle.FULL, locale)));
            case FAVOURITE_HOURS -> list(profile.favouriteHours().stream().map(best -> best.hour() + "\u00a0h"));
            case PRICE_SENSITIVITY -> or(profile.priceSensitivity().map(known -> percent(known.shareBelowUsual())));
            case PREFERENCES -> list(profile.preferences().stream().map(Preference::title));
            case RFM_SEGMENT -> or(profile.rfmSegment().map(segment -> segment.title(locale)));
            case CONTACTS ->
                words.count(
                        profile.contacts().receivedCount() + profile.contacts().sentCount());
            case OPEN_REQUESTS -> words.count(profile.openRequests().size());
            case SATISFACTION -> or(profile.satisfaction().map(rated -> words.number(rated.mean(), 1) + " / 5"));
            case NOTES -> list(profile.notes().stream().map(Note::author).distinct());
            case LOYALTY_CARDS -> list(profile.loyaltyCards().stream().map(LoyaltyCard::number));
            case RFM -> or(profile.rfm().map(Object::toString));
            case NEXT_PURCHASE -> or(profile.nextPurchase().map(next -> words.day(next.expected())));
        };
    }

    private String day(Optional<Instant> at) {
        return or(at.map(time -> words.day(LocalDate.ofInstant(time, settings.zone()))));
    }

    private String favourites(List<Favourite> favourites) {
        return list(favourites.stream().map(Favourite::title));
    }

    private String list(Stream<String> titles) {
        String joined = titles.limit(FAVOURITES).collect(Collectors.joining(", "));
        return or(Optional.of(joined).filter(text -> !text.isEmpty()));
    }

    private String percent(double share) {
        return words.number(100 * share, 0) + "\u00a0%";
    }

    private String or(Optional<String> text) {
        return text.orElse(words.get("value.none"));
    }
}
