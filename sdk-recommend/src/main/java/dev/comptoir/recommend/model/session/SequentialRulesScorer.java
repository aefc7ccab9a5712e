package dev.comptoir.recommend.model.session;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Scores by sequential rules. Immutable and thread-safe. */
final class SequentialRulesScorer implements Scorer {
    /*
     * Ludewig, Jannach: "Evaluation of Session-based Recommendation Algorithms", UMUAI 2018, arXiv 1803.09587 (SR), after
     * Kamehkhosh, Jannach, Ludewig: "A Comparison of Frequent Pattern Techniques and a Deep Learning Method for Session-Based
     * Recommendation", TempRec 2017.
     *   rule(i, j) = sum over all pairs of steps at a distance g of at most the window, i at the first, j at the second, of decay(g),
     * divided by count_j^popularityDamping; the strongest of each i are kept.
     *   score_j = sum over the last steps s = 1, 2, ... (1 the last) and their items i of lastStepsDecay(s) * rule(i, j).
     * The paper lets only the last event speak (lastSteps 1) and knows neither damping nor several items in one step.
     */
    private final RuleTable rules;
    private final SequentialRulesSettings settings;

    SequentialRulesScorer(RuleTable rules, SequentialRulesSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public int items() {
        return rules.items();
    }

    @Override
    public void score(History history, float[] scores) {
        if (scores.length != items()) {
            throw new IllegalArgumentException(
                    "There is room for " + scores.length + " scores, but the items are " + items() + ".");
        }
        Arrays.fill(scores, 0);
        forLastSteps(history, (item, decay) -> {
            for (int rule = rules.first(item); rule < rules.first(item + 1); rule++) {
                scores[rules.next(rule)] += (float) (decay * rules.weight(rule));
            }
        });
    }

    /** One summand for each item of the last steps that leads to the item. */
    @Override
    public List<Contribution> explain(History history, int item) {
        Objects.checkIndex(item, items());
        double[] values = new double[history.distinct()];
        forLastSteps(history, (source, decay) -> {
            for (int rule = rules.first(source); rule < rules.first(source + 1); rule++) {
                if (rules.next(rule) == item) {
                    values[history.find(source)] += decay * rules.weight(rule);
                }
            }
        });
        List<Contribution> parts = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            if (values[k] > 0) {
                parts.add(new Contribution(Contribution.Kind.SESSION, history.item(k), values[k]));
            }
        }
        parts.sort(Comparator.comparingDouble(Contribution::value).reversed().thenComparingInt(Contribution::source));
        return parts;
    }

    private void forLastSteps(History history, Source source) {
        int step = 0;
        for (int b = history.baskets() - 1; b >= 0 && step < settings.lastSteps(); b--) {
            boolean known = false;
            for (int k = 0; k < history.basketSize(b); k++) {
                if (rules.knows(history.item(b, k))) {
                    step += known ? 0 : 1;
                    known = true;
                    source.speaks(history.item(b, k), settings.lastStepsDecay().atStep(step));
                }
            }
        }
    }

    private interface Source {
        void speaks(int item, double decay);
    }
}
