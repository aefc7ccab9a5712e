package dev.comptoir.segment.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.profile.Profiles;
import dev.comptoir.profile.fact.Facts;
import java.time.ZoneId;
import java.util.List;

/** Facts out of the profiles of a business. */
record ProfileFactSource(Profiles profiles, ZoneId zone) implements FactSource {
    @Override
    public List<Facts> of(List<CustomerId> customers) {
        return profiles.getAll(customers).stream()
                .<Facts>map(profile -> new ProfileFacts(profile, zone))
                .toList();
    }

    @Override
    public Dependence dependence(String fact) {
        return ProfileFacts.DEPENDENCES.getOrDefault(fact, Dependence.ANYTHING);
    }
}
