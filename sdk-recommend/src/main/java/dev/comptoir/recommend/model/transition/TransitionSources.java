package dev.comptoir.recommend.model.transition;

import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.Arrays;

/** What each item of a history contributes to T of some targets, row after row. Used by one thread for one question. */
final class TransitionSources {
    /*
     * The sum of a score in the other order, from the newest basket to the oldest:
     *   T_ij = sum over v, and over baskets s of v with i, of l_j(v,s),   l_j(v,s) = sum over t > s with j of fade^(t-1-s),
     * and l_j follows from basket to basket by l <- fade * l + 1 if j is in the basket. Items that are neither source nor target
     * cost one look, and what comes after the last target of a row no more than that.
     */
    private final Histories histories;
    private final double fade;
    /** 1 + the number of each source or target; 0 for all others. */
    private final int[] roleOf;
    /** The place in the history of each role, and among the targets; -1 where it has none. */
    private final int[] sourceOf;

    private final int[] targetOf;
    /** T of each target, source after source. */
    private final double[] parts;

    private final double[] later;
    /** The targets in the basket at hand. */
    private final int[] here;

    TransitionSources(Histories histories, double fade, History history, int sources, int[] targets) {
        this.histories = histories;
        this.fade = fade;
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
        this.parts = new double[Math.multiplyExact(targets.length, sources)];
        this.later = new double[targets.length];
        this.here = new int[targets.length];
    }

    /** T of a target and the {@code k}-th item of the history. */
    double part(int target, int k) {
        return parts[k * later.length + targetOf[roleOf[target] - 1]];
    }

    void follow(int row) {
        boolean ahead = false;
        int first = histories.firstBasket(row);
        for (int basket = first + histories.basketCount(row) - 1; basket >= first; basket--) {
            int line = histories.firstLine(basket);
            int size = 0;
            for (int end = line + histories.basketSize(basket); line < end; line++) {
                int role = roleOf[histories.item(line)] - 1;
                if (role < 0) {
                    continue;
                }
                if (ahead && sourceOf[role] >= 0) {
                    add(sourceOf[role]);
                }
                if (targetOf[role] >= 0) {
                    here[size++] = targetOf[role];
                }
            }
            for (int target = 0; ahead && fade != 1 && target < later.length; target++) {
                later[target] *= fade;
            }
            for (int at = 0; at < size; at++) {
                later[here[at]]++;
            }
            ahead |= size > 0;
        }
        if (ahead) {
            Arrays.fill(later, 0);
        }
    }

    private void add(int source) {
        int at = source * later.length;
        for (double one : later) {
            parts[at++] += one;
        }
    }
}
