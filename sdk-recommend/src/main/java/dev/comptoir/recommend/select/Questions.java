package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.evaluate.statistics.Bootstrap;
import dev.comptoir.recommend.evaluate.statistics.Interval;
import dev.comptoir.recommend.evaluate.statistics.Sample;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The questions of all validation windows, with their customers or sessions shared out: into folds for the fitting of weights,
 * and into those who choose hyper-parameters and those who compare. Immutable.
 */
final class Questions {
    /*
     * All questions of a unit stay together, in one fold and on one side: two questions about the same customer are no two
     * witnesses. Hyper-parameters are searched on the scouts alone, so that the others compare what was found without having
     * chosen it. Where there are fewer units than would serve both, everybody is both: a noisy comparison is worse there than
     * a slightly partial one, and a choice is hardly ever changed on so few.
     */
    static final int FOLDS = 5;
    private static final int ENOUGH_TO_SHARE = 400;
    private static final int ENOUGH_SCOUTED = 250;
    private static final double SCOUTS = 0.4;
    private static final int MOST_SCOUTS = 1000;

    private final List<Dataset> data;
    private final List<String> windowNames;
    private final List<Question> questions;
    private final int[] foldOfUnit;
    private final boolean[] scoutUnit;
    private final boolean[] judgeUnit;
    private final int dropped;

    private Questions(
            List<Dataset> data,
            List<String> windowNames,
            List<Question> questions,
            int[] foldOfUnit,
            boolean[] scoutUnit,
            boolean[] judgeUnit,
            int dropped) {
        this.data = data;
        this.windowNames = windowNames;
        this.questions = questions;
        this.foldOfUnit = foldOfUnit;
        this.scoutUnit = scoutUnit;
        this.judgeUnit = judgeUnit;
        this.dropped = dropped;
    }

    /**
     * The questions of these windows.
     *
     * @param most at most about so many questions; whole units are drawn where there are more
     */
    static Questions of(Surface surface, List<Window> windows, int most, long seed) {
        List<HeldOut> all = new ArrayList<>();
        List<Integer> windowOf = new ArrayList<>();
        for (int w = 0; w < windows.size(); w++) {
            for (HeldOut heldOut : windows.get(w).questions()) {
                if (Question.of(surface, heldOut, w, 0).targets() > 0) {
                    all.add(heldOut);
                    windowOf.add(w);
                }
            }
        }
        int[] order = shuffledUnits(all, seed);
        Set<Integer> kept = new HashSet<>();
        Map<Integer, Integer> count = new HashMap<>();
        all.forEach(heldOut -> count.merge(heldOut.unit(), 1, Integer::sum));
        int taken = 0;
        for (int k = 0; k < order.length && taken < most; k++) {
            kept.add(order[k]);
            taken += count.getOrDefault(order[k], 0);
        }
        Map<Integer, Integer> place = new HashMap<>();
        for (int k = 0; k < order.length && place.size() < kept.size(); k++) {
            place.put(order[k], place.size());
        }
        List<Question> questions = new ArrayList<>();
        for (int q = 0; q < all.size(); q++) {
            Integer unit = place.get(all.get(q).unit());
            if (unit != null) {
                questions.add(Question.of(surface, all.get(q), windowOf.get(q), unit));
            }
        }
        int units = place.size();
        boolean shared = units >= ENOUGH_TO_SHARE;
        int scouts = shared ? (int) Math.min(MOST_SCOUTS, Math.round(SCOUTS * units)) : units;
        boolean[] scout = new boolean[units];
        boolean[] judge = new boolean[units];
        int[] fold = new int[units];
        for (int u = 0; u < units; u++) {
            scout[u] = u < scouts;
            judge[u] = !shared || u >= scouts;
            fold[u] = u % FOLDS;
        }
        return new Questions(
                windows.stream().map(Window::train).toList(),
                windows.stream().map(Window::name).toList(),
                List.copyOf(questions),
                fold,
                scout,
                judge,
                windows.stream().mapToInt(w -> w.questions().size()).sum() - questions.size());
    }

    private static int[] shuffledUnits(List<HeldOut> all, long seed) {
        int[] units = all.stream().mapToInt(HeldOut::unit).distinct().sorted().toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = units.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int swap = units[k];
            units[k] = units[other];
            units[other] = swap;
        }
        return units;
    }

    int size() {
        return questions.size();
    }

    Question get(int q) {
        return questions.get(q);
    }

    int windows() {
        return data.size();
    }

    String windowName(int window) {
        return windowNames.get(window);
    }

    /** What models learn from in a window. */
    Dataset data(int window) {
        return data.get(window);
    }

    int units() {
        return foldOfUnit.length;
    }

    int fold(int q) {
        return foldOfUnit[questions.get(q).unit()];
    }

    /** Questions of those who choose hyper-parameters; of the newest windows, as soon as these have enough. */
    int[] scouts() {
        int[] all = which(scoutUnit);
        int oldest = windows() - 1;
        while (oldest > 0 && from(all, oldest).length < ENOUGH_SCOUTED) {
            oldest--;
        }
        return from(all, oldest);
    }

    private int[] from(int[] which, int window) {
        return IntStream.of(which)
                .filter(q -> questions.get(q).window() >= window)
                .toArray();
    }

    /** Questions of those who compare what was chosen. */
    int[] judges() {
        return which(judgeUnit);
    }

    int judgeUnits() {
        int count = 0;
        for (boolean judge : judgeUnit) {
            count += judge ? 1 : 0;
        }
        return count;
    }

    int[] all() {
        return IntStream.range(0, size()).toArray();
    }

    /** Questions that the surface has no use for, or that were not drawn. */
    int dropped() {
        return dropped;
    }

    /** The mean of some questions with its interval by units, all windows as one. */
    Interval interval(double[] values, int[] which, long seed) {
        return interval(values, which, new int[size()], seed, Tiles.sequential());
    }

    /** The same, windows drawn too where there are several: what differs from one to the next is then part of the interval. */
    Interval intervalOverWindows(double[] values, int[] which, long seed, Tiles tiles) {
        int[] windows = questions.stream().mapToInt(Question::window).toArray();
        return interval(values, which, windows, seed, tiles);
    }

    private Interval interval(double[] values, int[] which, int[] windows, long seed, Tiles tiles) {
        double[] chosen = new double[size()];
        Arrays.fill(chosen, Double.NaN);
        for (int q : which) {
            chosen[q] = values[q];
        }
        int[] units = questions.stream().mapToInt(Question::unit).toArray();
        return Bootstrap.interval(Sample.of(chosen, units, windows), seed, tiles);
    }

    private int[] which(boolean[] unit) {
        return IntStream.range(0, size())
                .filter(q -> unit[questions.get(q).unit()])
                .toArray();
    }
}
