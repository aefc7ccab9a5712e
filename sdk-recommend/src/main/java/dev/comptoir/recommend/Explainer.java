package dev.comptoir.recommend;

import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.recommend.explain.Assorted;
import dev.comptoir.recommend.explain.BoughtRegularly;
import dev.comptoir.recommend.explain.BoughtTogether;
import dev.comptoir.recommend.explain.BoughtTogetherWithMany;
import dev.comptoir.recommend.explain.PopularHere;
import dev.comptoir.recommend.explain.ReasonText;
import dev.comptoir.recommend.explain.SameCategory;
import dev.comptoir.recommend.explain.SeenTogether;
import dev.comptoir.recommend.explain.SimilarCustomers;
import dev.comptoir.recommend.explain.SimilarText;
import dev.comptoir.recommend.explain.TrendingHere;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.rank.Placement;
import dev.comptoir.recommend.rank.RankedList;
import dev.comptoir.recommend.serve.Blended;
import dev.comptoir.recommend.serve.Moment;
import dev.comptoir.recommend.serve.ShopView;
import dev.comptoir.recommend.serve.Trend;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what the parts of a blend say for one product into a score with its reason. Used by one thread. */
final class Explainer {
    private static final int LAST_PURCHASES = 5;
    /** So many products that speak for another are named; the rest is summed up. */
    private static final int NAMED_SOURCES = 3;
    /** With fewer purchases nobody sees an interval. */
    private static final int MIN_PURCHASES_OF_INTERVAL = 3;

    private static final long MILLIS_PER_DAY = 86_400_000;

    private final Moment moment;
    private final Catalog catalog;
    private final ZoneId zone;
    private final Locale language;
    private final boolean looks;

    /** @param looks whether what follows upon what was learnt from looks, and not from purchases */
    Explainer(Moment moment, Catalog catalog, ZoneId zone, Locale language, boolean looks) {
        this.looks = looks;
        this.moment = moment;
        this.catalog = catalog;
        this.zone = zone;
        this.language = language;
    }

    List<Recommendation> explain(Blended blended, RankedList list) {
        List<List<Blended.Summand>> summands = blended.explain(list.items());
        List<Recommendation> all = new ArrayList<>(summands.size());
        for (int k = 0; k < summands.size(); k++) {
            Placement placement = list.placements().get(k);
            all.add(explain(placement, tell(blended, placement.item(), summands.get(k))));
        }
        return List.copyOf(all);
    }

    private Recommendation explain(Placement placement, Told told) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (Placement.Move move : placement.moves()) {
            Adjustment.Kind kind = switch (move.stage()) {
                case BOOST -> Adjustment.Kind.BOOST;
                case CALIBRATION -> Adjustment.Kind.CALIBRATION;
                case VARIETY -> Adjustment.Kind.VARIETY;
                case PIN -> Adjustment.Kind.PIN;
            };
            String name = kind == Adjustment.Kind.BOOST ? String.join(", ", placement.boosts()) : "";
            adjustments.add(new Adjustment(kind, name, move.from(), move.to()));
        }
        return new Recommendation(product(placement.item()), told.score(), told.reason(), adjustments);
    }

    /** A score and why. */
    record Told(double score, Reason reason) {}

    Told tell(Blended blended, int item) {
        return tell(blended, item, blended.explain(item));
    }

    private Told tell(Blended blended, int item, List<Blended.Summand> summands) {
        Map<Reason.Kind, List<Blended.Summand>> byKind = new EnumMap<>(Reason.Kind.class);
        for (Blended.Summand summand : summands) {
            byKind.computeIfAbsent(kind(summand.contribution(), item), kind -> new ArrayList<>())
                    .add(summand);
        }
        List<Evidence> evidence = new ArrayList<>();
        Reason.Kind strongest = Reason.Kind.ASSORTMENT;
        double most = 0;
        for (Map.Entry<Reason.Kind, List<Blended.Summand>> entry : byKind.entrySet()) {
            double sum = 0;
            for (Evidence one : evidence(entry.getKey(), entry.getValue())) {
                evidence.add(one);
                sum += one.contribution();
            }
            if (sum > most) {
                most = sum;
                strongest = entry.getKey();
            }
        }
        double score = evidence.stream().mapToDouble(Evidence::contribution).reduce(0, Double::sum);
        ReasonText words = words(strongest, item, blended, byKind.getOrDefault(strongest, List.of()));
        return new Told(score, new Reason(strongest, evidence, words, language));
    }

    private Reason.Kind kind(Contribution contribution, int item) {
        // What speaks for itself was bought before: nobody buys a thing together with itself.
        boolean itself = contribution.source() == item;
        return switch (contribution.kind()) {
            case OWN_PURCHASES -> Reason.Kind.BOUGHT_REGULARLY;
            case DUE -> Reason.Kind.DUE;
            case BOUGHT_TOGETHER -> itself ? Reason.Kind.BOUGHT_REGULARLY : Reason.Kind.BOUGHT_TOGETHER;
            case SIMILAR_CUSTOMERS -> Reason.Kind.SIMILAR_CUSTOMERS;
            case SESSION ->
                looks ? Reason.Kind.SEEN_TOGETHER : itself ? Reason.Kind.BOUGHT_REGULARLY : Reason.Kind.BOUGHT_TOGETHER;
            case SIMILAR_TEXT -> Reason.Kind.SIMILAR_TEXT;
            case CATEGORY -> Reason.Kind.SAME_CATEGORY;
            case TRENDING -> Reason.Kind.TRENDING;
            case POPULAR -> Reason.Kind.POPULAR;
            case RANKER -> Reason.Kind.RANKER;
        };
    }

    /** The few sources that speak most for an item, strongest first, and the sum of the others. */
    private List<Evidence> evidence(Reason.Kind kind, List<Blended.Summand> summands) {
        List<Evidence> evidence = new ArrayList<>();
        List<Blended.Summand> named = strongest(summands);
        for (Blended.Summand summand : named) {
            Contribution part = summand.contribution();
            evidence.add(one(kind, product(part.source()), part.value(), summand.weight()));
        }
        List<Blended.Summand> rest = new ArrayList<>(summands);
        rest.removeAll(named);
        if (rest.size() == 1) {
            Contribution part = rest.get(0).contribution();
            evidence.add(one(kind, null, part.value(), rest.get(0).weight()));
        } else if (!rest.isEmpty()) {
            // Parts of different weights: their sum counts once.
            evidence.add(
                    one(kind, null, rest.stream().mapToDouble(Explainer::size).sum(), 1));
        }
        return evidence;
    }

    private static Evidence one(Reason.Kind kind, @Nullable ProductId product, double value, double weight) {
        return new Evidence(kind, product, value, weight, value * weight);
    }

    private static List<Blended.Summand> strongest(List<Blended.Summand> summands) {
        List<Blended.Summand> best = new ArrayList<>(NAMED_SOURCES + 1);
        for (Blended.Summand summand : summands) {
            if (summand.contribution().source() < 0 || size(summand) <= 0) {
                continue;
            }
            int place = best.size();
            while (place > 0 && size(best.get(place - 1)) < size(summand)) {
                place--;
            }
            if (place < NAMED_SOURCES) {
                best.add(place, summand);
                best.subList(Math.min(best.size(), NAMED_SOURCES), best.size()).clear();
            }
        }
        return best;
    }

    private static double size(Blended.Summand summand) {
        return summand.weight() * summand.contribution().value();
    }

    private ReasonText words(Reason.Kind kind, int item, Blended blended, List<Blended.Summand> summands) {
        return switch (kind) {
            case BOUGHT_REGULARLY, DUE -> regularly(item, blended.history());
            case BOUGHT_TOGETHER -> together(item, summands);
            case SIMILAR_CUSTOMERS -> new SimilarCustomers();
            case SEEN_TOGETHER -> new SeenTogether(titleOfStrongest(summands));
            case SIMILAR_TEXT -> new SimilarText(titleOfStrongest(summands));
            case SAME_CATEGORY ->
                new SameCategory(catalog.find(product(item))
                        .map(listed -> listed.category())
                        .orElse(""));
            case TRENDING -> {
                Trend trend = moment.shop().trend();
                yield new TrendingHere(trend.receipts(item), Trend.DAYS, trend.expected(item));
            }
            case POPULAR ->
                new PopularHere(ShopView.RECENT_DAYS, moment.shop().popularity().recentReceipts(item));
            case RANKER -> new BoughtTogetherWithMany();
            case ASSORTMENT -> new Assorted();
        };
    }

    private ReasonText regularly(int item, History history) {
        int k = history.find(item);
        if (k < 0) {
            return new Assorted();
        }
        int window = Math.min(LAST_PURCHASES, history.baskets());
        int timesOfLast = 0;
        List<Long> times = new ArrayList<>();
        for (int b = 0; b < history.baskets(); b++) {
            for (int l = 0; l < history.basketSize(b); l++) {
                if (history.item(b, l) == item) {
                    timesOfLast += b >= history.baskets() - window ? 1 : 0;
                    times.add(history.time(b));
                }
            }
        }
        LocalDate last = LocalDate.ofInstant(Instant.ofEpochMilli(times.get(times.size() - 1)), zone);
        long daysAgo = Math.max(0, ChronoUnit.DAYS.between(last, moment.today()));
        return new BoughtRegularly(history.count(k), timesOfLast, window, daysAgo, intervalDays(times));
    }

    /** The median days between purchases; 0 where there are too few, or all on one day. */
    private static long intervalDays(List<Long> times) {
        if (times.size() < MIN_PURCHASES_OF_INTERVAL) {
            return 0;
        }
        long[] gaps = new long[times.size() - 1];
        for (int g = 0; g < gaps.length; g++) {
            gaps[g] = times.get(g + 1) - times.get(g);
        }
        Arrays.sort(gaps);
        double median = (gaps[(gaps.length - 1) / 2] + gaps[gaps.length / 2]) / 2.0;
        return Math.round(median / MILLIS_PER_DAY);
    }

    private ReasonText together(int item, List<Blended.Summand> summands) {
        for (Blended.Summand source : strongest(summands)) {
            int times = moment.models().together(source.contribution().source(), item);
            if (times > 0) {
                return new BoughtTogether(
                        catalog.title(product(source.contribution().source())), times);
            }
        }
        return new BoughtTogetherWithMany();
    }

    private String titleOfStrongest(List<Blended.Summand> summands) {
        List<Blended.Summand> best = strongest(summands);
        return best.isEmpty()
                ? ""
                : catalog.title(product(best.get(0).contribution().source()));
    }

    private ProductId product(int item) {
        return moment.assortment().product(item);
    }
}
