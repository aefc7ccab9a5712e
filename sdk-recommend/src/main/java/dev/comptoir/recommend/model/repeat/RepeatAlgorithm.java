package dev.comptoir.recommend.model.repeat;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.HalfLife;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a user buys again: personal frequency with recency, the chance that the item is rebought at all, and how far its interval
 * has run. In closed form; training sorts the lines of each row. Immutable and thread-safe.
 *
 * <p>Where no times are known, baskets take the place of days in frequency, and intervals stay out of it.
 */
public final class RepeatAlgorithm implements Algorithm {
    private final double halfLifeDays;
    private final double halfLifeBaskets;
    private final double dueWeight;
    private final double prior;
    private final double personalPrior;

    private RepeatAlgorithm(
            double halfLifeDays, double halfLifeBaskets, double dueWeight, double prior, double personalPrior) {
        this.halfLifeDays = halfLifeDays;
        this.halfLifeBaskets = halfLifeBaskets;
        this.dueWeight = dueWeight;
        this.prior = prior;
        this.personalPrior = personalPrior;
    }

    /** With a half-life of 180 days, or of 10 baskets where no times are known, and due dates counting a quarter. */
    public static RepeatAlgorithm standard() {
        return new RepeatAlgorithm(180, 10, 0.25, 10, 3);
    }

    /** The same with another half-life of purchases, in days; above 0, infinity lets all count the same. */
    public RepeatAlgorithm withHalfLifeDays(double days) {
        HalfLife checked = HalfLife.days(days);
        return new RepeatAlgorithm(checked.value(), halfLifeBaskets, dueWeight, prior, personalPrior);
    }

    /** The same with another half-life of purchases where no times are known, in baskets. */
    public RepeatAlgorithm withHalfLifeBaskets(double baskets) {
        HalfLife checked = HalfLife.baskets(baskets);
        return new RepeatAlgorithm(halfLifeDays, checked.value(), dueWeight, prior, personalPrior);
    }

    /** The same with another weight of being due: 0, only frequency and recency, to 1, due dates in full. */
    public RepeatAlgorithm withDueWeight(double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "The weight of being due is " + weight + ", but must lie between 0 and 1.");
        }
        return new RepeatAlgorithm(halfLifeDays, halfLifeBaskets, weight, prior, personalPrior);
    }

    /**
     * The same with other priors.
     *
     * @param group how many intervals, or buyers, of an item weigh as much as its category, and of that as much as the shop
     * @param personal how many intervals of a user weigh as much as the item's
     */
    public RepeatAlgorithm withPriors(double group, double personal) {
        if (!(group > 0 && personal > 0) || Double.isInfinite(group) || Double.isInfinite(personal)) {
            throw new IllegalArgumentException(
                    "The priors are " + group + " and " + personal + ", but must be numbers above 0.");
        }
        return new RepeatAlgorithm(halfLifeDays, halfLifeBaskets, dueWeight, group, personal);
    }

    @Override
    public String name() {
        return "repeat";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return new TreeMap<>(Map.of(
                "halfLifeDays", halfLifeDays,
                "halfLifeBaskets", halfLifeBaskets,
                "dueWeight", dueWeight,
                "prior", prior,
                "personalPrior", personalPrior));
    }

    @Override
    public long estimateBytes(Dataset data) {
        return 300L * data.items() + 32L * data.histories().lines() + 1024;
    }

    @Override
    public RepeatScorer train(Dataset data, Tiles tiles) {
        ItemRhythms rhythms = ItemRhythms.of(data, prior);
        HalfLife halfLife = rhythms.timed() ? HalfLife.days(halfLifeDays) : HalfLife.baskets(halfLifeBaskets);
        return new RepeatScorer(rhythms, halfLife, dueWeight, personalPrior);
    }
}
