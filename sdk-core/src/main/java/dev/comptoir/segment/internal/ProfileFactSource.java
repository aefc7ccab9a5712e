package dev.comptoir.segment.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.ProfileFacts;
import dev.comptoir.profile.Profiles;
import dev.comptoir.profile.fact.Facts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts out of the profiles of a business. */
record ProfileFactSource(Profiles profiles) implements FactSource {
    /** What changes although the customer did nothing; all other facts of a profile rest on the customer's own events. */
    private static final Map<String, Dependence> OTHERS = Map.ofEntries(
            Map.entry("daysSinceFirstPurchase", Dependence.DAY),
            Map.entry("daysSinceLastPurchase", Dependence.DAY),
            Map.entry("daysSinceLastMessage", Dependence.DAY),
            Map.entry("daysUntilNextPurchase", Dependence.DAY),
            Map.entry("rfmRecency", Dependence.ALL_EVENTS),
            Map.entry("rfmFrequency", Dependence.ALL_EVENTS),
            Map.entry("rfmMonetary", Dependence.ALL_EVENTS),
            Map.entry("rfmSegment", Dependence.ALL_EVENTS),
            Map.entry("favouriteCategory", Dependence.CATALOG),
            Map.entry("favouriteCategories", Dependence.CATALOG),
            Map.entry("categoriesBought", Dependence.CATALOG),
            // Prices are compared with what others paid.
            Map.entry("shareBelowUsualPrice", Dependence.ANYTHING),
            Map.entry("categoryPricePosition", Dependence.ANYTHING),
            Map.entry("seeksLowPrices", Dependence.ANYTHING),
            // Preferences fade with time, and those of categories follow the catalogue.
            Map.entry("likedProducts", Dependence.ANYTHING),
            Map.entry("likedCategories", Dependence.ANYTHING),
            Map.entry("likedTopics", Dependence.ANYTHING),
            Map.entry("dislikedProducts", Dependence.ANYTHING),
            Map.entry("dislikedCategories", Dependence.ANYTHING),
            Map.entry("dislikedTopics", Dependence.ANYTHING));

    private static final Set<String> KNOWN = Set.copyOf(ProfileFacts.catalogue().keySet());

    @Override
    public List<Facts> of(List<CustomerId> customers) {
        return profiles.getAll(customers).stream().map(Profile::facts).toList();
    }

    @Override
    public Dependence dependence(String fact) {
        return OTHERS.getOrDefault(fact, KNOWN.contains(fact) ? Dependence.OWN_EVENTS : Dependence.ANYTHING);
    }
}
