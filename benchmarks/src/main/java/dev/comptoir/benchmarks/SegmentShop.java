package dev.comptoir.benchmarks;

import dev.comptoir.CustomerId;
import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.Facts;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import dev.comptoir.profile.fact.TextSetFact;
import dev.comptoir.segment.Rule;
import dev.comptoir.segment.Segment;
import dev.comptoir.segment.SegmentSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Customers and rules of a shop that does not exist, the same for the same seed. */
final class SegmentShop {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int CATEGORIES = 40;
    private static final int CITIES = 200;
    private final Random random;

    SegmentShop(long seed) {
        random = new Random(seed);
    }

    /** What is known of a customer. */
    record Known(Map<String, Fact> facts) implements Facts {
        @Override
        public Optional<Fact> find(String name) {
            return Optional.ofNullable(facts.get(name));
        }

        @Override
        public Set<String> names() {
            return facts.keySet();
        }
    }

    static CustomerId customer(int number) {
        return CustomerId.of("card-" + number);
    }

    Known known() {
        Map<String, Fact> facts = new HashMap<>();
        int purchases = 1 + (int) Math.exp(1.2 * Math.abs(random.nextGaussian()) * 1.5);
        double basket = Math.exp(3 + 0.7 * random.nextGaussian());
        int days = (int) Math.min(2_000, 60 * -Math.log(1 - random.nextDouble()));
        facts.put("purchaseCount", new NumberFact(purchases));
        facts.put("returnCount", new NumberFact(random.nextInt(10) == 0 ? 1 : 0));
        facts.put("averageBasket", new NumberFact(Math.round(100 * basket) / 100.0));
        facts.put("spend", new NumberFact(Math.round(100 * basket * purchases) / 100.0));
        facts.put("daysSinceLastPurchase", new NumberFact(days));
        facts.put("lastPurchase", new DayFact(TODAY.minusDays(days)));
        facts.put("firstPurchase", new DayFact(TODAY.minusDays(days + random.nextInt(1 + 30 * purchases))));
        facts.put("rfmRecency", new NumberFact(1 + random.nextInt(5)));
        facts.put("rfmFrequency", new NumberFact(1 + random.nextInt(5)));
        facts.put("rfmMonetary", new NumberFact(1 + random.nextInt(5)));
        facts.put("newsletter", new FlagFact(random.nextInt(3) == 0));
        if (random.nextInt(4) > 0) {
            facts.put("city", new TextFact("ville-" + random.nextInt(CITIES)));
        }
        Set<String> categories = new HashSet<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            categories.add("rayon-" + random.nextInt(CATEGORIES));
        }
        facts.put("favouriteCategories", new TextSetFact(categories));
        return new Known(Map.copyOf(facts));
    }

    /** The same customer after one more purchase today. */
    Known afterPurchase(Known before) {
        Map<String, Fact> facts = new HashMap<>(before.facts());
        double purchases = number(facts, "purchaseCount") + 1;
        double spend = number(facts, "spend") + Math.round(100 * Math.exp(3 + 0.7 * random.nextGaussian())) / 100.0;
        facts.put("purchaseCount", new NumberFact(purchases));
        facts.put("spend", new NumberFact(spend));
        facts.put("averageBasket", new NumberFact(spend / purchases));
        facts.put("daysSinceLastPurchase", new NumberFact(0));
        facts.put("lastPurchase", new DayFact(TODAY));
        return new Known(Map.copyOf(facts));
    }

    /** Rules of one to four comparisons, as merchants write them, limits spread over the values. */
    SegmentSet rules(int count) {
        List<Segment> segments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Rule rule = comparison();
            for (int more = random.nextInt(4); more > 0; more--) {
                rule = random.nextInt(4) == 0 ? rule.or(comparison()) : rule.and(comparison());
            }
            segments.add(new Segment(
                    "s" + i, "Segment " + i, "Segment " + i, random.nextInt(10) == 0 ? Rule.not(rule) : rule));
        }
        return SegmentSet.of(segments);
    }

    private Rule comparison() {
        return switch (random.nextInt(10)) {
            case 0 -> Rule.fact("purchaseCount").atLeast(1 + random.nextInt(20));
            case 1 -> Rule.fact("averageBasket").between(random.nextInt(40), 40 + random.nextInt(60));
            case 2 -> Rule.fact("spend").greaterThan(random.nextInt(1_000));
            case 3 -> Rule.fact("daysSinceLastPurchase").atMost(random.nextInt(200));
            case 4 -> Rule.fact("lastPurchase").olderThanDays(random.nextInt(365));
            case 5 -> Rule.fact("firstPurchase").before(TODAY.minusDays(random.nextInt(900)));
            case 6 ->
                Rule.fact(List.of("rfmRecency", "rfmFrequency", "rfmMonetary").get(random.nextInt(3)))
                        .atLeast(1 + random.nextInt(5));
            case 7 -> Rule.fact("city").in("ville-" + random.nextInt(CITIES), "ville-" + random.nextInt(CITIES));
            case 8 -> Rule.fact("newsletter").isTrue();
            default ->
                Rule.fact("favouriteCategories")
                        .containsAny("rayon-" + random.nextInt(CATEGORIES), "rayon-" + random.nextInt(CATEGORIES));
        };
    }

    private static double number(Map<String, Fact> facts, String name) {
        return facts.get(name) instanceof NumberFact number ? number.value() : 0;
    }
}
