package dev.comptoir.recommend.model.session;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sequential rules (SR): what followed an item in earlier sessions, near ones counting most. Every row of the histories is a
 * session. Learning counts pairs within a window; an answer reads a few short lists. Immutable and thread-safe.
 */
public final class SequentialRulesAlgorithm implements Algorithm {
    private final SequentialRulesSettings settings;

    /** Sequential rules with these hyper-parameters. */
    public SequentialRulesAlgorithm(SequentialRulesSettings settings) {
        this.settings = settings;
    }

    /** Sequential rules with the settings tuned for RSC15. */
    public static SequentialRulesAlgorithm rsc15() {
        return new SequentialRulesAlgorithm(SequentialRulesSettings.rsc15());
    }

    /** The settings for clicks and receipts of a small shop. */
    public static SequentialRulesAlgorithm smallShop() {
        return new SequentialRulesAlgorithm(SequentialRulesSettings.smallShop());
    }

    @Override
    public String name() {
        return "sequential-rules";
    }

    /** By name; a decay has its shape in the name, as {@code decay.div}. */
    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> values = new TreeMap<>();
        values.put("window", (double) settings.window());
        SessionNeighboursAlgorithm.put(values, "decay", settings.decay());
        values.put("rulesPerItem", (double) settings.rulesPerItem());
        values.put("popularityDamping", settings.popularityDamping());
        values.put("lastSteps", (double) settings.lastSteps());
        SessionNeighboursAlgorithm.put(values, "lastStepsDecay", settings.lastStepsDecay());
        values.put("sameStep", settings.sameStep() ? 1.0 : 0.0);
        return values;
    }

    @Override
    public long estimateBytes(Dataset data) {
        Histories histories = data.histories();
        long rules = Math.min(
                (long) histories.items() * Math.min(settings.rulesPerItem(), histories.items()), pairs(histories));
        return 16 * rules + 4L * histories.lines() + 4L * histories.baskets() + 144L * histories.items() + 4096;
    }

    /** At least as many as the pairs that are counted. */
    private long pairs(Histories histories) {
        long pairs = 0;
        for (int row = 0; row < histories.rows(); row++) {
            int end = histories.firstBasket(row) + histories.basketCount(row);
            for (int b = histories.firstBasket(row); b < end; b++) {
                int last = (int) Math.min(end - 1L, (long) b + settings.window());
                pairs += (long) histories.basketSize(b)
                        * (histories.firstLine(last) + histories.basketSize(last) - histories.firstLine(b));
            }
        }
        return pairs;
    }

    @Override
    public Scorer train(Dataset data, Tiles tiles) {
        return new SequentialRulesScorer(RuleCounts.count(data.histories(), settings, tiles), settings);
    }
}
