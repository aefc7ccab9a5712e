package dev.comptoir.assist.certify;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The judgements of one scope, ordered by score. Immutable. */
final class Sample {
    private static final int FAR = 200_000;

    private final Target target;
    private final double risk;
    private final double[] scores;
    private final int[] errors;

    Sample(Target target, List<Judgement> judgements) {
        List<Judgement> candidates = judgements.stream()
                .filter(judgement -> judgement.score() > 0)
                .sorted(Comparator.comparingDouble(Judgement::score).reversed())
                .toList();
        this.target = target;
        this.risk = target.risk() / target.thresholds();
        this.scores = candidates.stream().mapToDouble(Judgement::score).toArray();
        this.errors = new int[scores.length + 1];
        for (int i = 0; i < scores.length; i++) {
            errors[i + 1] = errors[i] + (candidates.get(i).correct() ? 0 : 1);
        }
    }

    /** The level with the lowest threshold that reaches the target; null where none does. */
    @Nullable
    Level lowestThreshold() {
        for (int step = target.thresholds(); step >= 1; step--) {
            Level level = level(step);
            if (level.accepted() > 0 && level.bound() <= target.rate()) {
                return level;
            }
        }
        return null;
    }

    /** How many more judgements would do at the most promising threshold, if errors keep their share. */
    OptionalInt more() {
        if (scores.length == 0) {
            return OptionalInt.of(target.leastReplies());
        }
        double best = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= target.thresholds(); step++) {
            Level level = level(step);
            if (level.accepted() > 0 && level.errors() < target.rate() * level.accepted()) {
                best = Math.min(best, (double) enough(level) * scores.length / level.accepted());
            }
        }
        return best > FAR ? OptionalInt.empty() : OptionalInt.of(Math.max(1, (int) Math.ceil(best) - scores.length));
    }

    /** The least number accepted at which the level's share of errors would reach the target. */
    private int enough(Level level) {
        int low = level.accepted();
        int high = FAR;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int wrong = (int) Math.ceil((double) level.errors() * middle / level.accepted());
            if (ClopperPearson.isWithin(target.rate(), wrong, middle, risk)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == FAR ? Integer.MAX_VALUE : low;
    }

    private Level level(int step) {
        OptionalDouble declared = target.declaredThreshold();
        double threshold = declared.orElseGet(() -> gridThreshold(step));
        int accepted = 0;
        while (accepted < scores.length && scores[accepted] >= threshold) {
            accepted++;
        }
        double bound = ClopperPearson.upper(errors[accepted], accepted, risk);
        return new Level(threshold, accepted, errors[accepted], bound);
    }

    private double gridThreshold(int step) {
        int accepted = (int) ((long) scores.length * step / Target.GRID);
        return accepted == scores.length ? 0 : Math.nextUp(scores[accepted]);
    }

    /** A threshold, and what it accepts. */
    record Level(double threshold, int accepted, int errors, double bound) {}
}
