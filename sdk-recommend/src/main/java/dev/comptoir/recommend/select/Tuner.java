package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.statistics.Interval;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Searches the settings of one method. Not thread-safe. */
final class Tuner {
    /*
     * Coordinate search from the defaults: one hyper-parameter after the other, from value to neighbouring value as long as
     * the paired gain over the best so far exceeds CAUTION standard errors; twice round. Among settings that the data cannot
     * tell apart the one nearest to the default stays, which has proved itself elsewhere. Where the gain in walking one way is
     * nothing the other way is tried. Costs are counted, not timed, so
     * that the same data give the same choice on any machine.
     */
    private static final double CAUTION = 0.5;
    private static final int ROUNDS = 2;

    private final Asking asking;
    private final Questions questions;
    private final int[] scouts;
    private final Map<String, double[]> atDefaults = new HashMap<>();
    private int left;

    /**
     * A search among the scouts.
     *
     * @param evaluations how often models may be trained and asked, over all methods
     */
    Tuner(Asking asking, Questions questions, int evaluations) {
        this.asking = asking;
        this.questions = questions;
        this.scouts = questions.scouts();
        this.left = evaluations;
    }

    int left() {
        return left;
    }

    /** What the defaults of a method are worth to the scouts, on average. */
    double usual(Family family) {
        if (left == 0) {
            return 0;
        }
        double[] worth = worth(family, family.defaults());
        double sum = 0;
        for (int q : scouts) {
            sum += worth[q];
        }
        atDefaults.put(family.name(), worth);
        return sum / Math.max(1, scouts.length);
    }

    /**
     * The best settings found, from the defaults on.
     *
     * @param share at most so many more evaluations
     */
    SortedMap<String, Double> tuned(Family family, int share) {
        int end = Math.max(0, left - share);
        SortedMap<String, Double> best = family.defaults();
        double[] asked = atDefaults.get(family.name());
        if (family.axes().isEmpty() || left <= end || asked == null) {
            return best;
        }
        double[] worth = asked;
        for (int round = 0; round < ROUNDS; round++) {
            boolean moved = false;
            for (Family.Axis axis : family.axes()) {
                for (int step : new int[] {1, -1}) {
                    boolean walked = false;
                    int at = index(axis, best) + step;
                    while (at >= 0 && at < axis.values().length && left > end) {
                        SortedMap<String, Double> next = new TreeMap<>(best);
                        next.put(axis.parameter(), axis.values()[at]);
                        double[] nextWorth = worth(family, next);
                        if (!better(nextWorth, worth)) {
                            break;
                        }
                        best = next;
                        worth = nextWorth;
                        walked = true;
                        at += step;
                    }
                    moved |= walked;
                    if (walked) {
                        break;
                    }
                }
            }
            if (!moved) {
                break;
            }
        }
        return family.complete(best);
    }

    private static int index(Family.Axis axis, SortedMap<String, Double> settings) {
        double value = settings.getOrDefault(axis.parameter(), Double.NaN);
        int index = 0;
        while (axis.values()[index] != value) {
            index++;
        }
        return index;
    }

    private double[] worth(Family family, SortedMap<String, Double> settings) {
        left--;
        Answers answers = asking.ask(family.make(settings), scouts, 0);
        double[] worth = new double[questions.size()];
        for (int q : scouts) {
            worth[q] = WeightFit.worth(answers.value()[q], answers.depth()[q]);
        }
        return worth;
    }

    private boolean better(double[] next, double[] best) {
        double[] gain = new double[next.length];
        for (int q : scouts) {
            gain[q] = next[q] - best[q];
        }
        Interval interval = questions.interval(gain, scouts, 0);
        return interval.mean() > CAUTION * interval.standardError() && interval.mean() > 0;
    }
}
