package dev.comptoir.segment.internal;

import dev.comptoir.profile.Preference;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.Facts;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextSetFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of a profile as facts. Immutable. */
public final class ProfileFacts implements Facts {
    static final Map<String, Dependence> DEPENDENCES = Map.ofEntries(
            Map.entry("purchaseCount", Dependence.OWN_EVENTS),
            Map.entry("returnCount", Dependence.OWN_EVENTS),
            Map.entry("firstPurchase", Dependence.OWN_EVENTS),
            Map.entry("lastPurchase", Dependence.OWN_EVENTS),
            Map.entry("daysSinceLastPurchase", Dependence.DAY),
            Map.entry("nextPurchase", Dependence.OWN_EVENTS),
            Map.entry("spend", Dependence.OWN_EVENTS),
            Map.entry("averageBasket", Dependence.OWN_EVENTS),
            Map.entry("rfmRecency", Dependence.ALL_EVENTS),
            Map.entry("rfmFrequency", Dependence.ALL_EVENTS),
            Map.entry("rfmMonetary", Dependence.ALL_EVENTS),
            Map.entry("favouriteCategories", Dependence.CATALOG),
            Map.entry("favouriteProducts", Dependence.OWN_EVENTS));

    private final Map<String, Fact> facts = new HashMap<>();

    public ProfileFacts(Profile profile, ZoneId zone) {
        facts.put("purchaseCount", new NumberFact(profile.purchaseCount()));
        facts.put("returnCount", new NumberFact(profile.returnCount()));
        profile.firstPurchase().ifPresent(at -> facts.put("firstPurchase", new DayFact(day(at, zone))));
        profile.lastPurchase().ifPresent(at -> facts.put("lastPurchase", new DayFact(day(at, zone))));
        profile.daysSinceLastPurchase().ifPresent(days -> facts.put("daysSinceLastPurchase", new NumberFact(days)));
        profile.nextPurchase().ifPresent(next -> facts.put("nextPurchase", new DayFact(next.expected())));
        facts.put("spend", new NumberFact(profile.spend().amount().doubleValue()));
        profile.averageBasket()
                .ifPresent(basket -> facts.put(
                        "averageBasket", new NumberFact(basket.amount().doubleValue())));
        profile.rfm().ifPresent(score -> {
            facts.put("rfmRecency", new NumberFact(score.recency()));
            facts.put("rfmFrequency", new NumberFact(score.frequency()));
            facts.put("rfmMonetary", new NumberFact(score.monetary()));
        });
        facts.put("favouriteCategories", keys(profile.favouriteCategories()));
        facts.put("favouriteProducts", keys(profile.favouriteProducts()));
    }

    @Override
    public Optional<Fact> find(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(facts.keySet());
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    private static TextSetFact keys(List<Preference> preferences) {
        return new TextSetFact(preferences.stream().map(Preference::key).collect(Collectors.toSet()));
    }
}
