package dev.comptoir.recommend.model.transition;

import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.Arrays;

/** What each item of a history contributes to T of some targets, row after row. Used by one thread for one question. */
final class TransitionSources {
    /*
     * T_ij = sum over v, t of x_i(v,t) y_j(v,t+1) needs x_i of every i apart, unlike a score: beside each item that is met in a
     * row stands x_i as of the basket that had it last, and it fades when it is needed. Items that are neither source nor target
     * cost one look.
     */
    private static final int TABLE = 64;

    private final Histories histories;
    private final double fade;
    private final double[] powers = new double[TABLE];
    /** 1 + the number of each source or target; 0 for all others. */
    private final int[] roleOf;
    /** The place in the history of each role, and among the targets; -1 where it has none. */
    private final int[] sourceOf;

    private final int[] targetOf;
    private final double[][] parts;
    private final double[] state;
    private final int[] lastSeen;
    private final int[] met;

    TransitionSources(Histories histories, double fade, History history, int sources, int[] targets) {
        this.histories = histories;
        this.fade = fade;
        Arrays.setAll(powers, gap -> Math.pow(fade, gap));
        this.roleOf = new int[histories.items()];
        this.sourceOf = new int[sources + targets.length];
        this.targetOf = new int[sources + targets.length];
        Arrays.fill(sourceOf, -1);
        Arrays.fill(targetOf, -1);
        int roles = 0;
        for (int k = 0; k < sources; k++) {
            sourceOf[roles] = k;
            roleOf[history.item(k)] = ++roles;
        }
        for (int place = 0; place < targets.length; place++) {
            if (roleOf[targets[place]] == 0) {
                roleOf[targets[place]] = ++roles;
            }
            targetOf[roleOf[targets[place]] - 1] = place;
        }
        this.parts = new double[targets.length][sources];
        this.state = new double[sources];
        this.lastSeen = new int[sources];
        this.met = new int[sources];
    }

    /** T of a target: one value for each item of the history. */
    double[] parts(int target) {
        return parts[targetOf[roleOf[target] - 1]];
    }

    void follow(int row) {
        int first = histories.firstBasket(row);
        int size = 0;
        for (int t = 0; t < histories.basketCount(row); t++) {
            int begin = histories.firstLine(first + t);
            int end = begin + histories.basketSize(first + t);
            for (int line = begin; line < end && size > 0; line++) {
                int role = roleOf[histories.item(line)] - 1;
                if (role >= 0 && targetOf[role] >= 0) {
                    add(parts[targetOf[role]], size, t - 1);
                }
            }
            for (int line = begin; line < end; line++) {
                int role = roleOf[histories.item(line)] - 1;
                if (role >= 0 && sourceOf[role] >= 0) {
                    size = meet(sourceOf[role], t, size);
                }
            }
        }
        for (int at = 0; at < size; at++) {
            state[met[at]] = 0;
        }
    }

    private void add(double[] to, int size, int before) {
        for (int at = 0; at < size; at++) {
            int k = met[at];
            to[k] += state[k] * power(before - lastSeen[k]);
        }
    }

    private int meet(int k, int t, int size) {
        boolean again = state[k] != 0;
        state[k] = again ? state[k] * power(t - lastSeen[k]) + 1 : 1;
        lastSeen[k] = t;
        if (again) {
            return size;
        }
        met[size] = k;
        return size + 1;
    }

    private double power(int gap) {
        return gap < TABLE ? powers[gap] : Math.pow(fade, gap);
    }
}
