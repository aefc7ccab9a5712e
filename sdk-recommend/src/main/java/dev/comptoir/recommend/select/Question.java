package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.interaction.History;
import java.util.Arrays;
import java.util.stream.IntStream;

/** One question as a surface asks it: which items may be named, and which of them are right. Immutable. */
final class Question {
    private final History history;
    private final Allowed allowed;
    private final int window;
    private final int unit;
    private final int[] target;

    private enum Allowed {
        ALL,
        HELD,
        NOT_HELD
    }

    private Question(History history, Allowed allowed, int window, int unit, int[] target) {
        this.history = history;
        this.allowed = allowed;
        this.window = window;
        this.unit = unit;
        this.target = target;
    }

    /** The question as asked on a surface; without targets where the surface has no use for any of them. */
    static Question of(Surface surface, HeldOut heldOut, int window, int unit) {
        History history = heldOut.history();
        Allowed allowed = switch (surface) {
            case BUY_AGAIN -> Allowed.HELD;
            case DISCOVER -> Allowed.NOT_HELD;
            case FOR_CUSTOMER, COMPLETE_BASKET, SESSION, SIMILAR ->
                heldOut.historyMasked() ? Allowed.NOT_HELD : Allowed.ALL;
        };
        int[] target = IntStream.range(0, heldOut.targets())
                .map(heldOut::target)
                .filter(item -> allowed == Allowed.ALL || (history.find(item) >= 0) == (allowed == Allowed.HELD))
                .toArray();
        return new Question(history, allowed, window, unit, target);
    }

    History history() {
        return history;
    }

    int window() {
        return window;
    }

    /** The customer or session, from 0. */
    int unit() {
        return unit;
    }

    /** How many items are to be found, those that training does not know with them. */
    int targets() {
        return target.length;
    }

    /** The {@code k}-th item to be found, ascending. */
    int target(int k) {
        return target[k];
    }

    boolean isTarget(int item) {
        return Arrays.binarySearch(target, item) >= 0;
    }

    /** Makes what may not be named the least of all. */
    void mask(float[] scores) {
        if (allowed == Allowed.HELD) {
            float[] kept = new float[history.distinct()];
            for (int k = 0; k < kept.length; k++) {
                kept[k] = history.item(k) < scores.length ? scores[history.item(k)] : 0;
            }
            Arrays.fill(scores, Float.NEGATIVE_INFINITY);
            for (int k = 0; k < kept.length; k++) {
                if (history.item(k) < scores.length) {
                    scores[history.item(k)] = kept[k];
                }
            }
        } else if (allowed == Allowed.NOT_HELD) {
            for (int k = 0; k < history.distinct() && history.item(k) < scores.length; k++) {
                scores[history.item(k)] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
