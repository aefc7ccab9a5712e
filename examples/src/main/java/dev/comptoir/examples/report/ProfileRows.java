package dev.comptoir.examples.report;

import dev.comptoir.BusinessSettings;
import dev.comptoir.profile.Favourite;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.ProfileValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a profile into words, each value with its reason. */
final class ProfileRows {
    private static final int FAVOURITES = 3;

    private final BusinessSettings settings;
    private final Words words;

    ProfileRows(BusinessSettings settings) {
        this.settings = settings;
        this.words = new Words(settings.language());
    }

    CustomerCard card(Profile profile, String name, String note) {
        List<CustomerCard.Row> rows = Arrays.stream(ProfileValue.values())
                .map(value -> new CustomerCard.Row(
                        words.getOr("value." + value.name(), value.name()),
                        content(profile, value),
                        profile.why(value).text()))
                .toList();
        return new CustomerCard(name, profile.customer().value(), note, rows);
    }

    private String content(Profile profile, ProfileValue value) {
        return switch (value) {
            case FIRST_PURCHASE -> day(profile.firstPurchase());
            case LAST_PURCHASE -> day(profile.lastPurchase());
            case PURCHASE_COUNT -> words.count(profile.purchaseCount());
            case RETURN_COUNT -> words.count(profile.returnCount());
            case SPEND -> words.money(profile.spend());
            case AVERAGE_BASKET -> or(profile.averageBasket().map(words::money));
            case FAVOURITE_PRODUCTS -> favourites(profile.favouriteProducts());
            case FAVOURITE_CATEGORIES -> favourites(profile.favouriteCategories());
            case RFM -> or(profile.rfm().map(Object::toString));
            case NEXT_PURCHASE -> or(profile.nextPurchase().map(next -> words.day(next.expected())));
        };
    }

    private String day(Optional<Instant> at) {
        return or(at.map(time -> words.day(LocalDate.ofInstant(time, settings.zone()))));
    }

    private String favourites(List<Favourite> favourites) {
        return favourites.isEmpty()
                ? or(Optional.empty())
                : favourites.stream().limit(FAVOURITES).map(Favourite::title).collect(Collectors.joining(", "));
    }

    private String or(Optional<String> text) {
        return text.orElse(words.get("value.none"));
    }
}
