package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.History;

/** One ranked list, marked by the targets of its question. Immutable as long as the list is left alone. */
final class Answer {
    private final int[] ranked;
    private final boolean[] hit;
    private final int targets;

    private Answer(int[] ranked, boolean[] hit, int targets) {
        this.ranked = ranked;
        this.hit = hit;
        this.targets = targets;
    }

    /** Which targets count. */
    enum Part {
        ALL,
        /** Those that the history holds. */
        REPEATED,
        /** Those that the history does not hold. */
        EXPLORED;

        boolean counts(History history, int item) {
            return this == ALL || (history.find(item) >= 0) == (this == REPEATED);
        }
    }

    static Answer of(HeldOut question, int[] ranked, Part part) {
        boolean[] hit = new boolean[ranked.length];
        for (int place = 0; place < ranked.length; place++) {
            int item = ranked[place];
            hit[place] = question.isTarget(item) && part.counts(question.history(), item);
        }
        int targets = 0;
        for (int k = 0; k < question.targets(); k++) {
            targets += part.counts(question.history(), question.target(k)) ? 1 : 0;
        }
        return new Answer(ranked, hit, targets);
    }

    int targets() {
        return targets;
    }

    /** How many of the first {@code k} places are filled. */
    int places(int k) {
        return Math.min(k, ranked.length);
    }

    boolean hit(int place) {
        return hit[place];
    }

    int hits(int k) {
        int hits = 0;
        for (int place = 0; place < places(k); place++) {
            hits += hit[place] ? 1 : 0;
        }
        return hits;
    }

    double gain(int k) {
        double gain = 0;
        for (int place = 0; place < places(k); place++) {
            gain += hit[place] ? Measure.Discount.at(place) : 0;
        }
        return gain;
    }
}
