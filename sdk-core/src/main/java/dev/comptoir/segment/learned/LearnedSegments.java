package dev.comptoir.segment.learned;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Groups of customers who are alike: k-medoids (Schubert and Rousseeuw, 2021) over robustly scaled features, as many groups as the mean
 * silhouette (Rousseeuw, 1987) prefers, each shown only if it is found again in bootstrap samples (Hennig, 2007). Where there is
 * nothing sound to show, it is silent and says why. Immutable.
 *
 * <p>Same customers, options and seed give the same groups, whatever the order of the customers. Up to 1,000 customers all pairs are
 * compared; beyond, seeded samples of 1,000 are. A few seconds for 100,000 customers.
 */
public final class LearnedSegments {
    /** At least so many customers must differ from each other. */
    public static final int MIN_DISTINCT = 10;

    /** Below this mean silhouette there is no substantial structure (Kaufman and Rousseeuw, 1990). */
    public static final double MIN_SILHOUETTE = 0.25;

    private final @Nullable Silence silence;
    private final int customers;
    private final int leftOut;
    private final double silhouette;
    private final List<LearnedSegment> segments;
    private final List<UnstableGroup> unstable;
    private final Map<CustomerId, LearnedSegment> segmentOf;

    LearnedSegments(
            @Nullable Silence silence,
            int customers,
            int leftOut,
            double silhouette,
            List<LearnedSegment> segments,
            List<UnstableGroup> unstable,
            Map<CustomerId, LearnedSegment> segmentOf) {
        this.silence = silence;
        this.customers = customers;
        this.leftOut = leftOut;
        this.silhouette = silhouette;
        this.segments = List.copyOf(segments);
        this.unstable = List.copyOf(unstable);
        this.segmentOf = segmentOf;
    }

    /** Of a business, as of now, with its seed; reads every profile. */
    public static LearnedSegments of(Business business) {
        return of(business, LearnOptions.withSeed(business.seed()));
    }

    /** Of a business, as of now; reads every profile. */
    public static LearnedSegments of(Business business, LearnOptions options) {
        Map<CustomerId, Facts> facts = new HashMap<>();
        business.profiles()
                .forEach(profile -> facts.put(profile.customer(), Features.of(profile.facts(), options.features())));
        return of(facts, options);
    }

    /** Of customers with any facts; those who lack a feature are left out, and counted. */
    public static LearnedSegments of(Map<CustomerId, ? extends Facts> customers, LearnOptions options) {
        return new Learning(customers, options).learn();
    }

    /** Why there are no groups; empty where there are. */
    public Optional<Silence> silence() {
        return Optional.ofNullable(silence);
    }

    /** The groups found again in samples, the largest first. */
    public List<LearnedSegment> segments() {
        return segments;
    }

    /** The groups found and not shown, the largest first. */
    public List<UnstableGroup> unstable() {
        return unstable;
    }

    /** To which of the groups shown a customer belongs; empty for all others. */
    public Optional<LearnedSegment> find(CustomerId customer) {
        return Optional.ofNullable(segmentOf.get(customer));
    }

    /** How many customers were looked at. */
    public int customers() {
        return customers;
    }

    /** How many customers were not looked at, because a feature is not known of them. */
    public int leftOut() {
        return leftOut;
    }

    /** The mean silhouette of all groups found, -1 to 1; 0 where none were looked for. */
    public double silhouette() {
        return silhouette;
    }

    /** Only the facts that are looked at, so that no profile is held for them. */
    private record Features(Map<String, Fact> byName) implements Facts {
        static Features of(Facts all, List<String> names) {
            Map<String, Fact> byName = new HashMap<>();
            names.forEach(name -> all.find(name).ifPresent(fact -> byName.put(name, fact)));
            return new Features(byName);
        }

        @Override
        public Optional<Fact> find(String name) {
            return Optional.ofNullable(byName.get(name));
        }

        @Override
        public Set<String> names() {
            return Set.copyOf(byName.keySet());
        }
    }
}
