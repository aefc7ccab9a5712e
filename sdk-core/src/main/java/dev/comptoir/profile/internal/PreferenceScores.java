package dev.comptoir.profile.internal;

import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.profile.Preference;
import dev.comptoir.profile.Preference.Attitude;
import dev.comptoir.profile.Preference.Kind;
import dev.comptoir.profile.Preference.Origin;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.internal.StatementFold.Statement;
import dev.comptoir.profile.internal.StatementFold.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs what one customer said and bought as of one month: the formulas are in {@link Preference}. */
final class PreferenceScores {
    /** Bought once is no preference yet. */
    private static final int MIN_PURCHASES = 2;

    /** By age in months: powers are dear, and every product asks for a few. */
    private static final double[] OBSERVED_WEIGHTS = observedWeights();

    private static final Comparator<Preference> SUREST_FIRST = Comparator.comparingDouble(Preference::confidence)
            .reversed()
            .thenComparing(Preference::origin)
            .thenComparing(Preference::kind)
            .thenComparing(Preference::key);

    private final ProfileFold fold;
    private final long month;
    private final double trials;
    private final List<Preference> found = new ArrayList<>();

    private PreferenceScores(ProfileFold fold, long month) {
        this.fold = fold;
        this.month = month;
        this.trials = weight(fold.months);
    }

    static List<Preference> of(
            ProfileFold fold, List<Map.Entry<ProductId, BoughtProduct>> bought, Catalog catalog, long month) {
        PreferenceScores scores = new PreferenceScores(fold, month);
        scores.observe(bought);
        scores.infer(bought);
        scores.weighStatements();
        return scores.best(catalog);
    }

    private void observe(List<Map.Entry<ProductId, BoughtProduct>> bought) {
        for (Map.Entry<ProductId, BoughtProduct> entry : bought) {
            Tally tally = entry.getValue().tally;
            if (tally.purchases() >= MIN_PURCHASES) {
                double support = weight(tally.months);
                String product = entry.getKey().value();
                find(Kind.PRODUCT, product, Origin.OBSERVED, tally, support, 1, Preference.lowerBound(support, trials));
            }
        }
    }

    private void infer(List<Map.Entry<ProductId, BoughtProduct>> bought) {
        Map<String, Integer> products = new HashMap<>();
        bought.forEach(entry -> {
            String category = fold.categoriesUsed().of(entry.getKey());
            if (category != null) {
                products.merge(category, 1, Integer::sum);
            }
        });
        fold.categories.forEach((category, tally) -> {
            int different = products.getOrDefault(category, 0);
            if (different > 1 && tally.purchases() >= MIN_PURCHASES) {
                double support = weight(tally.months);
                double confidence = Preference.lowerBound(support, trials) * (1 - 1.0 / different);
                find(Kind.CATEGORY, category, Origin.INFERRED, tally, support, different, confidence);
            }
        });
    }

    private void find(
            Kind kind, String key, Origin origin, Tally tally, double support, int products, double confidence) {
        found.add(new Preference(
                kind,
                key,
                key,
                Attitude.LIKES,
                origin,
                confidence,
                tally.last,
                Preference.OBSERVED_HALF_LIFE_MONTHS,
                support,
                trials,
                products));
    }

    /** Of what was said and seen of the same, the surer stays; what was withdrawn leaves nothing where it is the surer. */
    private void weighStatements() {
        Map<Subject, Preference> seen = new HashMap<>();
        found.forEach(preference -> seen.put(new Subject(preference.kind(), preference.key()), preference));
        for (Map.Entry<Subject, Statement> entry : fold.statements.statements().entrySet()) {
            Subject subject = entry.getKey();
            Statement statement = entry.getValue();
            double weight = weight(
                    ShopTime.of(statement.moment().at(), fold.settings.zone()).month(),
                    Preference.STATED_HALF_LIFE_MONTHS);
            Preference rival = seen.get(subject);
            if (rival != null && rival.confidence() > statement.strength() * weight) {
                continue;
            }
            seen.remove(subject);
            Attitude attitude = statement.attitude();
            if (attitude != null) {
                seen.put(
                        subject,
                        new Preference(
                                subject.kind(),
                                subject.key(),
                                subject.key(),
                                attitude,
                                Origin.STATED,
                                statement.strength() * weight,
                                statement.moment().at(),
                                Preference.STATED_HALF_LIFE_MONTHS,
                                statement.strength(),
                                weight,
                                0));
            }
        }
        found.clear();
        found.addAll(seen.values());
    }

    private List<Preference> best(Catalog catalog) {
        found.sort(SUREST_FIRST);
        Map<Origin, Integer> listed = new EnumMap<>(Origin.class);
        List<Preference> best = new ArrayList<>();
        for (Preference preference : found) {
            if (listed.merge(preference.origin(), 1, Integer::sum) <= Profile.MAX_FAVOURITES) {
                best.add(titled(preference, catalog));
            }
        }
        return List.copyOf(best);
    }

    private static Preference titled(Preference one, Catalog catalog) {
        return one.kind() != Kind.PRODUCT
                ? one
                : new Preference(
                        one.kind(),
                        one.key(),
                        title(one.key(), catalog),
                        one.attitude(),
                        one.origin(),
                        one.confidence(),
                        one.date(),
                        one.halfLifeMonths(),
                        one.support(),
                        one.trials(),
                        one.products());
    }

    /** The subject of a statement is a text from outside, and need not be the id of a product. */
    private static String title(String key, Catalog catalog) {
        try {
            return catalog.title(ProductId.of(key));
        } catch (IllegalArgumentException noId) {
            return key;
        }
    }

    private double weight(Counts months) {
        double weight = 0;
        for (int i = 0; i < months.distinct(); i++) {
            weight += months.times(i) * observedWeight(months.value(i));
        }
        return weight;
    }

    private double observedWeight(long then) {
        long age = Math.max(0, month - then);
        return age < OBSERVED_WEIGHTS.length
                ? OBSERVED_WEIGHTS[(int) age]
                : weight(then, Preference.OBSERVED_HALF_LIFE_MONTHS);
    }

    private static double[] observedWeights() {
        double[] weights = new double[120];
        for (int age = 0; age < weights.length; age++) {
            weights[age] = StrictMath.pow(2, -(double) age / Preference.OBSERVED_HALF_LIFE_MONTHS);
        }
        return weights;
    }

    /** By StrictMath, so that it is the same on every machine. */
    private double weight(long then, int halfLifeMonths) {
        return StrictMath.pow(2, -(double) Math.max(0, month - then) / halfLifeMonths);
    }
}
