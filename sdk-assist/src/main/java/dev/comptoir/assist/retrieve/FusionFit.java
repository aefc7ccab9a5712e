package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.understand.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Weights learned from a merchant's own labelled queries, and what they are worth. Immutable.
 *
 * @param weights the new weights; those of before where it refused
 * @param queries how many queries could be used: those whose entry may be found in their language
 * @param refusal why there are no new weights; empty where there are
 * @param hit1Before the share of queries whose entry came first with the weights of before; 0 without queries
 * @param hit1After the same by cross-validation: each query with weights fitted on the others; 0 where it refused
 */
public record FusionFit(
        FusionWeights weights, int queries, Optional<String> refusal, double hit1Before, double hit1After) {
    /** The least number of queries; fewer tell nothing about nine weights. */
    public static final int MIN_QUERIES = 50;

    /*
     * Queries are dealt to FOLDS by their order. The penalty draws towards the defaults, so that fifty queries move them a
     * little and a thousand a lot; of a few strengths the one with the lowest cross-validated loss is taken. New weights must
     * not lose first places in cross-validation, or the old ones stay.
     */
    private static final int FOLDS = 5;
    private static final int CANDIDATES = 50;
    private static final double[] PENALTIES = {1, 3, 10, 30, 100};

    /**
     * Fits {@link Ranking#FUSED}. Takes a search for each query, and a second or two for a thousand of them.
     *
     * @throws dev.comptoir.error.ModelException when the embedding model fails
     */
    public static FusionFit of(HybridRetriever retriever, List<LabelledQuery> queries) {
        List<ListwiseFit.Choice> choices = new ArrayList<>();
        Map<Language, Integer> languages = new EnumMap<>(Language.class);
        for (LabelledQuery query : queries) {
            Fusion fusion = retriever.fuse(query.question(), query.language(), Set.of(query.language()), Ranking.FUSED);
            fusion.choice(query.entryId(), CANDIDATES).ifPresent(choice -> {
                choices.add(choice);
                languages.merge(query.language(), 1, Integer::sum);
            });
        }
        Language most = languages.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Language.FRENCH);
        return of(choices, retriever.weights(most));
    }

    private static FusionFit of(List<ListwiseFit.Choice> choices, FusionWeights before) {
        double[] prior = array(before);
        double was = first(choices, prior);
        if (choices.size() < MIN_QUERIES) {
            return new FusionFit(
                    before,
                    choices.size(),
                    Optional.of("There are " + choices.size() + " labelled queries whose entry exists; at least "
                            + MIN_QUERIES + " are needed."),
                    was,
                    0);
        }
        double best = Double.POSITIVE_INFINITY;
        double penalty = PENALTIES[0];
        double hits = 0;
        for (double candidate : PENALTIES) {
            double loss = 0;
            double right = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                List<ListwiseFit.Choice> held = fold(choices, fold, true);
                double[] weights = ListwiseFit.fit(fold(choices, fold, false), prior, candidate);
                loss += ListwiseFit.loss(held, weights, weights, 0);
                right += first(held, weights) * held.size();
            }
            if (loss < best) {
                best = loss;
                penalty = candidate;
                hits = right / choices.size();
            }
        }
        if (hits < was) {
            return new FusionFit(
                    before,
                    choices.size(),
                    Optional.of("The weights fitted put fewer entries first than those of before (cross-validated)."),
                    was,
                    0);
        }
        return new FusionFit(
                weights(ListwiseFit.fit(choices, prior, penalty)), choices.size(), Optional.empty(), was, hits);
    }

    private static List<ListwiseFit.Choice> fold(List<ListwiseFit.Choice> choices, int fold, boolean inside) {
        List<ListwiseFit.Choice> chosen = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            if ((i % FOLDS == fold) == inside) {
                chosen.add(choices.get(i));
            }
        }
        return chosen;
    }

    /** The share whose right candidate has the highest score; of equals the first counts. */
    static double first(List<ListwiseFit.Choice> choices, double[] weights) {
        long right = choices.stream()
                .filter(choice -> {
                    List<Double> scores = choice.candidates().stream()
                            .map(x -> score(x, weights))
                            .toList();
                    return scores.indexOf(scores.stream()
                                    .max(Comparator.naturalOrder())
                                    .orElse(0.0))
                            == choice.right();
                })
                .count();
        return choices.isEmpty() ? 0 : (double) right / choices.size();
    }

    private static double score(double[] x, double[] weights) {
        double score = 0;
        for (int i = 0; i < x.length; i++) {
            score += x[i] * weights[i];
        }
        return score;
    }

    static double[] array(FusionWeights weights) {
        double[] values = new double[Feature.values().length];
        for (Feature feature : Feature.values()) {
            values[feature.place()] = weights.of(feature);
        }
        return values;
    }

    static FusionWeights weights(double[] values) {
        Map<Feature, Double> named = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            named.put(feature, values[feature.place()]);
        }
        return new FusionWeights(named);
    }
}
