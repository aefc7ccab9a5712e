package dev.comptoir.recommend;

import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.recommend.explain.BoughtRegularly;
import dev.comptoir.recommend.explain.BoughtTogether;
import dev.comptoir.recommend.explain.BoughtTogetherWithMany;
import dev.comptoir.recommend.explain.PopularHere;
import dev.comptoir.recommend.explain.ReasonText;
import dev.comptoir.recommend.explain.SameCategory;
import dev.comptoir.recommend.interaction.UserHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns what the components say for one product into a score with its reason. Used by one thread. */
final class Explainer {
    private static final int LAST_PURCHASES = 5;
    /** So many products that speak for another are named; the rest is summed up. */
    private static final int NAMED_SOURCES = 3;

    private final Scores scores;
    private final ShopState.Moment moment;
    private final Catalog catalog;
    private final ZoneId zone;
    private final Locale language;

    Explainer(Scores scores, ShopState.Moment moment, Catalog catalog, ZoneId zone, Locale language) {
        this.scores = scores;
        this.moment = moment;
        this.catalog = catalog;
        this.zone = zone;
        this.language = language;
    }

    Recommendation explain(int item) {
        List<Evidence> evidence = new ArrayList<>();
        Reason.Kind strongest = Reason.Kind.POPULAR;
        double most = 0;
        for (Reason.Kind kind : Reason.Kind.values()) {
            double value = value(kind, item);
            double weight = weight(kind);
            if (value == 0 || weight == 0) {
                continue;
            }
            if (value * weight > most) {
                most = value * weight;
                strongest = kind;
            }
            if (kind == Reason.Kind.BOUGHT_TOGETHER) {
                evidence.addAll(sources(item, value, weight));
            } else {
                evidence.add(new Evidence(kind, null, value, weight, value * weight));
            }
        }
        double score = evidence.stream().mapToDouble(Evidence::contribution).reduce(0, Double::sum);
        Reason reason = new Reason(strongest, evidence, words(strongest, item), language);
        return new Recommendation(scores.products.get(item), score, reason);
    }

    private double value(Reason.Kind kind, int item) {
        return switch (kind) {
            case BOUGHT_REGULARLY -> scores.repeat[item];
            case BOUGHT_TOGETHER -> scores.together[item];
            case SAME_CATEGORY -> scores.category[item];
            case POPULAR -> scores.popularity[item];
        };
    }

    private double weight(Reason.Kind kind) {
        return switch (kind) {
            case BOUGHT_REGULARLY -> scores.repeatWeight;
            case BOUGHT_TOGETHER -> scores.togetherWeight;
            case SAME_CATEGORY -> scores.categoryWeight;
            case POPULAR -> scores.popularityWeight;
        };
    }

    private ReasonText words(Reason.Kind kind, int item) {
        return switch (kind) {
            case BOUGHT_REGULARLY -> regularly(item);
            case BOUGHT_TOGETHER -> together(item);
            case SAME_CATEGORY -> new SameCategory(scores.categoryName == null ? "" : scores.categoryName);
            case POPULAR ->
                new PopularHere(ShopView.RECENT_DAYS, moment.shop().popularity().recentReceipts(item));
        };
    }

    private ReasonText regularly(int item) {
        UserHistory history = moment.history();
        UserHistory.Item bought = history.items().stream()
                .filter(candidate -> candidate.item() == item)
                .findFirst()
                .orElseThrow();
        LocalDate last = LocalDate.ofInstant(
                Instant.ofEpochMilli(history.receipts().get(bought.positions().get(0))), zone);
        int window = Math.min(LAST_PURCHASES, history.receipts().size());
        return new BoughtRegularly(
                bought.count(),
                bought.countAmongLast(window),
                window,
                Math.max(0, ChronoUnit.DAYS.between(last, moment.today())));
    }

    private ReasonText together(int item) {
        double[] parts = parts(item);
        for (int source : strongest(parts)) {
            int times = moment.ease().together(scores.sources[source], item);
            if (times > 0) {
                return new BoughtTogether(catalog.title(scores.products.get(scores.sources[source])), times);
            }
        }
        return new BoughtTogetherWithMany();
    }

    private List<Evidence> sources(int item, double value, double weight) {
        List<Evidence> evidence = new ArrayList<>();
        double[] parts = parts(item);
        double rest = value;
        for (int source : strongest(parts)) {
            ProductId product = scores.products.get(scores.sources[source]);
            double part = parts[source];
            evidence.add(new Evidence(Reason.Kind.BOUGHT_TOGETHER, product, part, weight, part * weight));
            rest -= part;
        }
        if (parts.length > evidence.size()) {
            evidence.add(new Evidence(Reason.Kind.BOUGHT_TOGETHER, null, rest, weight, rest * weight));
        }
        return evidence;
    }

    /** What each source says for an item. */
    private double[] parts(int item) {
        double[] parts = new double[scores.sources.length];
        for (int source = 0; source < parts.length; source++) {
            parts[source] = scores.sourceWeights[source] * moment.ease().weight(scores.sources[source], item);
        }
        return parts;
    }

    /** The few sources that speak most for an item, strongest first; of equal ones, the first in the order of product ids. */
    private static List<Integer> strongest(double[] parts) {
        List<Integer> best = new ArrayList<>(NAMED_SOURCES + 1);
        for (int source = 0; source < parts.length; source++) {
            if (parts[source] <= 0) {
                continue;
            }
            int place = best.size();
            while (place > 0 && parts[best.get(place - 1)] < parts[source]) {
                place--;
            }
            if (place < NAMED_SOURCES) {
                best.add(place, source);
                best.subList(Math.min(best.size(), NAMED_SOURCES), best.size()).clear();
            }
        }
        return best;
    }
}
