package dev.comptoir.recommend.model.ials;

import java.util.Arrays;

/** Scores of all items at once. Immutable and thread-safe. */
final class ItemScores {
    /*
     * The vectors lie transposed, one array a factor, so that the inner loop runs along the items and is vectorised; tiles of
     * 1,024 items keep the sums in the first-level cache, and one tile of all factors in the second for the next user.
     */
    private static final int TILE = 1024;

    private final int items;
    private final float[][] transposed;
    private final float[] inverseNorms;

    ItemScores(float[][] vectors, int factors) {
        this.items = vectors.length;
        this.transposed = new float[factors][items];
        this.inverseNorms = new float[items];
        for (int item = 0; item < items; item++) {
            float[] vector = vectors[item];
            for (int k = 0; k < factors; k++) {
                transposed[k][item] = vector[k];
            }
            float square = Loops.dot(vector, vector, 0, factors);
            inverseNorms[item] = square > Float.MIN_NORMAL ? (float) (1 / Math.sqrt(square)) : 0;
        }
    }

    void score(float[] user, float[] target) {
        check(user, target);
        for (int from = 0; from < items; from += TILE) {
            tile(user, target, from, Math.min(items, from + TILE));
        }
    }

    void score(float[][] users, float[][] targets) {
        for (int u = 0; u < users.length; u++) {
            check(users[u], targets[u]);
        }
        for (int from = 0; from < items; from += TILE) {
            for (int u = 0; u < users.length; u++) {
                tile(users[u], targets[u], from, Math.min(items, from + TILE));
            }
        }
    }

    void cosines(float[] vector, float[] target) {
        score(vector, target);
        float square = Loops.dot(vector, vector, 0, vector.length);
        float scale = square > Float.MIN_NORMAL ? (float) (1 / Math.sqrt(square)) : 0;
        for (int item = 0; item < items; item++) {
            target[item] = Math.max(-1, Math.min(1, target[item] * scale * inverseNorms[item]));
        }
    }

    private void tile(float[] user, float[] target, int from, int to) {
        Arrays.fill(target, from, to, 0);
        Loops.addRows(target, transposed, user, user.length, from, to);
    }

    private void check(float[] user, float[] target) {
        if (user.length != transposed.length) {
            throw new IllegalArgumentException(
                    "The user has " + user.length + " factors, but must have " + transposed.length + ".");
        }
        if (target.length != items) {
            throw new IllegalArgumentException(
                    "There is room for " + target.length + " scores, but must be for " + items + ".");
        }
    }
}
