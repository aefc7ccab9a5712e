package dev.comptoir.recommend.model.session;

import dev.comptoir.recommend.interaction.History;

/** Hits and reciprocal ranks of what was to be found, summed by session; standard errors are over sessions. */
final class NextItem {
    private final double[] hits;
    private final double[] reciprocals;
    private final int[] count;

    /** Scores all items for a history. */
    interface Scores {
        void score(History history, float[] scores);
    }

    private NextItem(int sessions) {
        this.hits = new double[sessions];
        this.reciprocals = new double[sessions];
        this.count = new int[sessions];
    }

    /** Reveals the sessions event by event; the next item is to be among the first {@code k} of the whole catalogue. */
    static NextItem ofPrefixes(SessionData data, int k, Scores model) {
        NextItem result = new NextItem(data.tests().size());
        float[] scores = new float[data.train().items()];
        for (int s = 0; s < result.count.length; s++) {
            SessionData.Test test = data.tests().get(s);
            for (int events = 1; events < test.items().length; events++) {
                model.score(test.prefix(events), scores);
                result.add(s, rank(scores, test.items()[events]), k);
            }
        }
        return result;
    }

    /** Takes one item after the other out of a receipt; it is to be among the first {@code k} of those not on the receipt. */
    static NextItem ofReceipts(SessionData data, int k, Scores model) {
        NextItem result = new NextItem(data.tests().size());
        float[] scores = new float[data.train().items()];
        for (int s = 0; s < result.count.length; s++) {
            SessionData.Test test = data.tests().get(s);
            for (int target : test.items()) {
                model.score(test.without(target), scores);
                for (int item : test.items()) {
                    scores[item] = item == target ? scores[item] : Float.NEGATIVE_INFINITY;
                }
                result.add(s, rank(scores, target), k);
            }
        }
        return result;
    }

    private void add(int session, int rank, int k) {
        hits[session] += rank <= k ? 1 : 0;
        reciprocals[session] += rank <= k ? 1.0 / rank : 0;
        count[session]++;
    }

    /** Counted from 1; of equal scores the smaller item comes first. */
    static int rank(float[] scores, int target) {
        int rank = 1;
        for (int item = 0; item < scores.length; item++) {
            boolean before = scores[item] > scores[target] || (scores[item] == scores[target] && item < target);
            rank += before ? 1 : 0;
        }
        return rank;
    }

    int events() {
        int sum = 0;
        for (int one : count) {
            sum += one;
        }
        return sum;
    }

    /** Share of what was found among the first k. */
    double hitRate() {
        return sum(hits) / events();
    }

    /** Mean of 1 / rank, 0 beyond k. */
    double mrr() {
        return sum(reciprocals) / events();
    }

    /** By how many standard errors the hit rate lies above another's, paired by session. */
    double hitRateAbove(NextItem other) {
        double mean = hitRate() - other.hitRate();
        double squares = 0;
        for (int s = 0; s < count.length; s++) {
            double off = hits[s] - other.hits[s] - mean * count[s];
            squares += off * off;
        }
        return mean * events() / Math.sqrt(squares);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
