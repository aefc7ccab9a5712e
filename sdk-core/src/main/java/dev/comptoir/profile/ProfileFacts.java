package dev.comptoir.profile;

import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.Facts;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A profile's values as typed facts under stable names, the ones of {@link #catalogue}. Immutable; each is computed when it is asked for.
 *
 * <p>Amounts are numbers in major units of the business's currency, shares lie between 0 and 1, days are the business's own, names of
 * constants are in lower case. Sets and flags are always known; other facts are known where the profile has the value.
 */
public final class ProfileFacts implements Facts {
    private static final SortedMap<String, FactCatalogue.Entry> CATALOGUE = FactCatalogue.entries();

    private final Profile profile;

    private ProfileFacts(Profile profile) {
        this.profile = profile;
    }

    static ProfileFacts of(Profile profile) {
        return new ProfileFacts(profile);
    }

    /** The names of all facts that a profile can have, with their types. */
    public static SortedMap<String, Class<? extends Fact>> catalogue() {
        SortedMap<String, Class<? extends Fact>> types = new TreeMap<>();
        CATALOGUE.forEach((name, entry) -> types.put(name, entry.type()));
        return Collections.unmodifiableSortedMap(types);
    }

    @Override
    public Optional<Fact> find(String name) {
        FactCatalogue.Entry entry = CATALOGUE.get(name);
        return entry == null ? Optional.empty() : entry.read().apply(profile);
    }

    @Override
    public Set<String> names() {
        return CATALOGUE.keySet().stream()
                .filter(name -> find(name).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
