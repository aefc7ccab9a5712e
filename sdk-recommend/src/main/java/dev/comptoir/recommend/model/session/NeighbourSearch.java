package dev.comptoir.recommend.model.session;

import java.util.Arrays;

/** Finds the most similar of the most recent sessions that share an item. Not thread-safe: it is the scratch of one answer. */
final class NeighbourSearch {
    private static final double MILLIS_A_DAY = 86_400_000;

    /*
     * Only the m most recent entries of each list can be among the m most recent of all, so no list is read further. Which
     * sessions were met is kept as bits, so that reading them in order of recency, and clearing, costs one look at 64 sessions.
     * Candidates are ordered by one long: the similarity, as bits of a float, before the number; the most similar is the smallest,
     * of equally similar ones the most recent.
     */
    private final SessionIndex index;
    private final SessionNeighboursSettings settings;
    private final double[] similarity;
    private final long[] met;
    private long[] keys = new long[256];
    private int found;

    NeighbourSearch(SessionIndex index, SessionNeighboursSettings settings) {
        this.index = index;
        this.settings = settings;
        this.similarity = new double[index.sessions()];
        this.met = new long[(index.sessions() + 63) / 64];
    }

    /** Looks for the neighbours of a session at a moment, in milliseconds of the epoch. */
    void find(CurrentSession current, long now) {
        found = 0;
        for (int k = 0; k < current.size(); k++) {
            if (current.weight(k) > 0) {
                meet(current.item(k), current.weight(k));
            }
        }
        weigh(current.norm(settings.similarity()), now);
        if (found > settings.neighbors()) {
            Selection.smallest(keys, found, settings.neighbors());
            found = settings.neighbors();
        }
    }

    private void meet(int item, double weight) {
        int count = Math.min(index.sessionsWith(item), settings.recentSessions());
        for (int k = 0; k < count; k++) {
            int session = index.session(item, k);
            similarity[session] += weight;
            met[session >> 6] |= 1L << session;
        }
    }

    /** Turns sums of weights into similarities, and forgets those beyond the most recent. */
    private void weigh(double norm, long now) {
        boolean cosine = settings.similarity() == Similarity.COSINE;
        boolean ages = !Double.isInfinite(settings.sessionDecayDays());
        double perMilli = -1 / (settings.sessionDecayDays() * MILLIS_A_DAY);
        int left = settings.recentSessions();
        // Ages count from the newest candidate: one factor for all, without which after a pause all weights could
        // vanish.
        long reference = now;
        boolean newest = true;
        for (int w = 0; w < met.length; w++) {
            for (long bits = met[w]; bits != 0; bits &= bits - 1) {
                int session = (w << 6) + Long.numberOfTrailingZeros(bits);
                if (left-- <= 0) {
                    similarity[session] = 0;
                    continue;
                }
                double value = similarity[session] / norm;
                if (cosine) {
                    value /= Math.sqrt(index.size(session));
                }
                if (ages) {
                    reference = newest ? Math.min(reference, index.end(session)) : reference;
                    newest = false;
                    value *= Math.exp(Math.max(0, (double) reference - (double) index.end(session)) * perMilli);
                }
                similarity[session] = value;
                int bitsOfValue = Float.floatToIntBits((float) value);
                if (bitsOfValue > 0) {
                    add(((long) (Integer.MAX_VALUE - bitsOfValue) << 32) | session);
                }
            }
        }
    }

    private void add(long key) {
        if (found == keys.length) {
            keys = Arrays.copyOf(keys, 2 * found);
        }
        keys[found++] = key;
    }

    /** How many neighbours were found. */
    int found() {
        return found;
    }

    /** The {@code k}-th neighbour, in no particular order. */
    int neighbor(int k) {
        return (int) keys[k];
    }

    /** How similar a neighbour is, with its age. */
    double similarity(int session) {
        return similarity[session];
    }

    /** Makes ready for the next search. */
    void clear() {
        for (int w = 0; w < met.length; w++) {
            for (long bits = met[w]; bits != 0; bits &= bits - 1) {
                similarity[(w << 6) + Long.numberOfTrailingZeros(bits)] = 0;
            }
            met[w] = 0;
        }
        found = 0;
    }
}
