package dev.comptoir.recommend.rank;

/**
 * The best few of many scores: larger first, equal ones by index. Nothing is allocated after construction, so one object can
 * choose again and again. Not thread-safe.
 */
public final class TopN {
    /*
     * A binary heap with the worst of the chosen at its root. Scores come in the order of their index, so a later one that is
     * equal to the worst never replaces it: one comparison an item is all that most of them cost.
     */
    private final int[] items;
    private final float[] scores;
    private int size;

    /** @param limit how many are chosen at most, at least 1 */
    public TopN(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit is " + limit + ", but must be at least 1.");
        }
        this.items = new int[limit];
        this.scores = new float[limit];
    }

    /**
     * Chooses anew.
     *
     * @param all one score an item; NaN and negative infinity, which stands for what is not to be chosen, never are
     * @return how many were chosen
     */
    public int choose(float[] all) {
        size = 0;
        int item = 0;
        for (; item < all.length && size < items.length; item++) {
            if (all[item] > Float.NEGATIVE_INFINITY) {
                add(item, all[item]);
            }
        }
        float worst = scores[0];
        for (; item < all.length; item++) {
            if (all[item] > worst) {
                sink(item, all[item], size);
                worst = scores[0];
            }
        }
        sort();
        return size;
    }

    /** How many are chosen at most. */
    public int limit() {
        return items.length;
    }

    /** How many were chosen. */
    public int size() {
        return size;
    }

    /** The item at a rank, 0 the best. */
    public int item(int rank) {
        check(rank);
        return items[rank];
    }

    /** The score at a rank, 0 the best. */
    public float score(int rank) {
        check(rank);
        return scores[rank];
    }

    private void check(int rank) {
        if (rank < 0 || rank >= size) {
            throw new IndexOutOfBoundsException("The rank is " + rank + ", but must be 0 to " + (size - 1) + ".");
        }
    }

    private void add(int item, float score) {
        int at = size++;
        while (at > 0) {
            int above = (at - 1) / 2;
            if (!worse(item, score, above)) {
                break;
            }
            scores[at] = scores[above];
            items[at] = items[above];
            at = above;
        }
        scores[at] = score;
        items[at] = item;
    }

    /** Puts an entry in the place of the root and lets it sink to where it belongs. */
    private void sink(int item, float score, int count) {
        int at = 0;
        while (true) {
            int below = 2 * at + 1;
            if (below >= count) {
                break;
            }
            if (below + 1 < count && worse(items[below + 1], scores[below + 1], below)) {
                below++;
            }
            if (worse(item, score, below)) {
                break;
            }
            scores[at] = scores[below];
            items[at] = items[below];
            at = below;
        }
        scores[at] = score;
        items[at] = item;
    }

    private void sort() {
        for (int last = size - 1; last > 0; last--) {
            int item = items[last];
            float score = scores[last];
            items[last] = items[0];
            scores[last] = scores[0];
            sink(item, score, last);
        }
    }

    private boolean worse(int item, float score, int than) {
        return score < scores[than] || (score == scores[than] && item > items[than]);
    }
}
