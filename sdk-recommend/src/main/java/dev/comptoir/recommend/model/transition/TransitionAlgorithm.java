package dev.comptoir.recommend.model.transition;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What comes into the next basket after what was bought before. Nothing is fitted: training counts, in time and memory that grow
 * with the number of lines. Immutable and thread-safe.
 */
public final class TransitionAlgorithm implements Algorithm {
    private final double halfLifeBaskets;
    private final double sourcePower;
    private final double targetPower;
    private final double shrink;

    private TransitionAlgorithm(double halfLifeBaskets, double sourcePower, double targetPower, double shrink) {
        this.halfLifeBaskets = halfLifeBaskets;
        this.sourcePower = sourcePower;
        this.targetPower = targetPower;
        this.shrink = shrink;
    }

    /** Everything bought before counts, as a shrunken cosine: what did best on a supermarket's next baskets. */
    public static TransitionAlgorithm cosine() {
        return of(Double.POSITIVE_INFINITY, 0.5, 0.5, 10);
    }

    /**
     * Transitions with these settings.
     *
     * @param halfLifeBaskets after how many baskets a purchase counts half, above 0; infinity lets all count the same, next to 0
     *     only the newest basket counts
     * @param sourcePower how far frequent sources are held back: 0 not at all, .5 as in a cosine, 1 as in a confidence
     * @param targetPower how far frequent targets are held back: 0 to 1
     * @param shrink how many transitions are added to each count, above 0; 1 to 50 are usual
     */
    public static TransitionAlgorithm of(
            double halfLifeBaskets, double sourcePower, double targetPower, double shrink) {
        if (!(halfLifeBaskets > 0)) {
            throw new IllegalArgumentException("The half-life is " + halfLifeBaskets + ", but must be above 0.");
        }
        if (!(sourcePower >= 0 && sourcePower <= 1) || !(targetPower >= 0 && targetPower <= 1)) {
            throw new IllegalArgumentException("The powers of source and target are " + sourcePower + " and "
                    + targetPower + ", but must lie between 0 and 1.");
        }
        if (!(shrink > 0) || Double.isInfinite(shrink)) {
            throw new IllegalArgumentException("The shrink is " + shrink + ", but must be a number above 0.");
        }
        return new TransitionAlgorithm(halfLifeBaskets, sourcePower, targetPower, shrink);
    }

    @Override
    public String name() {
        return "transition";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return new TreeMap<>(Map.of(
                "halfLifeBaskets", halfLifeBaskets,
                "sourcePower", sourcePower,
                "targetPower", targetPower,
                "shrink", shrink));
    }

    @Override
    public long estimateBytes(Dataset data) {
        return 12L * data.histories().lines() + 16L * data.histories().rows() + 48L * data.items() + 1024;
    }

    @Override
    public TransitionScorer train(Dataset data, Tiles tiles) {
        double fade = Math.pow(2, -1 / halfLifeBaskets);
        return TransitionScorer.of(data.histories(), fade, sourcePower, targetPower, shrink);
    }
}
