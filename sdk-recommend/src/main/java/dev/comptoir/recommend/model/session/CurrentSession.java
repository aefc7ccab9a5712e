package dev.comptoir.recommend.model.session;

import dev.comptoir.recommend.interaction.History;
import java.util.Arrays;

/** The distinct items of the current session that some earlier session has, in order of their last step. Immutable. */
final class CurrentSession {
    private final int steps;
    private final int[] item;
    private final int[] step;
    private final double[] weight;

    private CurrentSession(int steps, int[] item, int[] step, double[] weight) {
        this.steps = steps;
        this.item = item;
        this.step = step;
        this.weight = weight;
    }

    /** Steps without any known item are passed over, as if they had not been. */
    static CurrentSession of(History history, SessionIndex index, SessionNeighboursSettings settings) {
        int[] number = new int[history.baskets()];
        int steps = 0;
        for (int b = 0; b < number.length; b++) {
            boolean known = false;
            for (int k = 0; k < history.basketSize(b) && !known; k++) {
                known = index.sessionsWith(history.item(b, k)) > 0;
            }
            steps += known ? 1 : 0;
            number[b] = steps;
        }
        long[] keys = new long[history.distinct()];
        int size = 0;
        for (int k = 0; k < keys.length; k++) {
            if (index.sessionsWith(history.item(k)) > 0) {
                keys[size++] = ((long) number[history.lastBasket(k)] << 32) | history.item(k);
            }
        }
        Arrays.sort(keys, 0, size);
        int from = Math.max(0, size - settings.lastItems());
        int[] item = new int[size - from];
        int[] step = new int[item.length];
        double[] weight = new double[item.length];
        for (int k = 0; k < item.length; k++) {
            item[k] = (int) keys[from + k];
            step[k] = (int) (keys[from + k] >> 32);
            weight[k] = settings.positionWeight().atPosition(step[k], steps);
        }
        return new CurrentSession(steps, item, step, weight);
    }

    /** The number of steps. */
    int steps() {
        return steps;
    }

    /** The number of distinct items. */
    int size() {
        return item.length;
    }

    int item(int k) {
        return item[k];
    }

    /** The last step, from 1, at which the {@code k}-th item was. */
    int step(int k) {
        return step[k];
    }

    /** How much the {@code k}-th item counts; 0 where it lies too far back. */
    double weight(int k) {
        return weight[k];
    }

    /** What the sum of shared weights is divided by, the length of the other session apart. */
    double norm(Similarity similarity) {
        double squares = 0;
        for (double one : weight) {
            squares += one * one;
        }
        return switch (similarity) {
            case COSINE -> Math.sqrt(squares);
            case VEC -> weight.length;
            case DOT -> 1;
        };
    }
}
