package dev.comptoir.profile.internal;

import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.profile.Preference;
import dev.comptoir.profile.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was in the most purchases. */
final class Favourites {
    private static final Comparator<Preference> BEST_FIRST = Comparator.comparingInt(Preference::purchases)
            .reversed()
            .thenComparing(Preference::lastBought, Comparator.reverseOrder())
            .thenComparing(Preference::key);

    private Favourites() {}

    static List<Preference> products(Map<ProductId, ProfileFold.Tally> tallies, int purchases, Catalog catalog) {
        return best(tallies.entrySet().stream()
                .map(entry -> preference(
                        entry.getKey().value(), catalog.title(entry.getKey()), entry.getValue(), purchases)));
    }

    static List<Preference> categories(Map<String, ProfileFold.Tally> tallies, int purchases) {
        return best(tallies.entrySet().stream()
                .map(entry -> preference(entry.getKey(), entry.getKey(), entry.getValue(), purchases)));
    }

    private static Preference preference(String key, String title, ProfileFold.Tally tally, int purchases) {
        return new Preference(key, title, tally.receipts.size(), purchases, tally.last);
    }

    private static List<Preference> best(Stream<Preference> preferences) {
        return preferences.sorted(BEST_FIRST).limit(Profile.MAX_FAVOURITES).toList();
    }
}
