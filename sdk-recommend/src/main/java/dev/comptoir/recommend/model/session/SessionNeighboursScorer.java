package dev.comptoir.recommend.model.session;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Scores by session neighbours. Immutable but for scratch that is lent to one answer at a time; thread-safe. */
final class SessionNeighboursScorer implements Scorer {
    /*
     * Jannach, Ludewig: "When Recurrent Neural Networks Meet the Neighborhood for Session-Based Recommendation", RecSys 2017
     * (SKNN); Ludewig, Jannach: "Evaluation of Session-based Recommendation Algorithms", UMUAI 2018, arXiv 1803.09587 (VSKNN, SR);
     * Garg, Gupta, Malhotra, Vig, Shroff: "Sequence and Time Aware Neighborhood for Session-based Recommendations: STAN",
     * SIGIR 2019; Ludewig, Mauro, Latifi, Jannach: "Empirical Analysis of Session-Based Recommendation Algorithms", UMUAI 2021,
     * arXiv 1910.12781 (VSTAN).
     *
     * Of the current session with steps 1..l, each distinct item i counts w_i by its last step. For every neighbour n
     *   sim(n) = sum over shared i of w_i / (|w| sqrt(|n|)) * exp(-(t - t_n) / l2)
     * where |n| counts distinct items and t_n is its end; and of every item j of n
     *   score_j += sim(n) * stepDecay(l - p + 1) * distanceDecay(|pos_n(j) - pos_n(j*)| + 1) * (1 + c * ln(N / N_j))
     * p is the last step of the current session whose item n shares; j* the shared item that stands last in n.
     *
     * Otherwise than the authors' code: idf counts sessions, not clicks; an age below 0 is 0, and ages count from the newest
     * candidate (one factor for all); an item whose weight has vanished finds no sessions; steps may hold several items.
     */
    private static final int TABLE = 64;

    private final SessionIndex index;
    private final SessionNeighboursSettings settings;
    private final double[] stepDecay;
    private final double[] distanceDecay;
    private final double[] idf;
    private final Queue<Scratch> spare = new ConcurrentLinkedQueue<>();

    SessionNeighboursScorer(SessionIndex index, SessionNeighboursSettings settings) {
        this.index = index;
        this.settings = settings;
        this.stepDecay = settings.stepDecay().table(TABLE);
        this.distanceDecay = settings.distanceDecay().table(TABLE);
        this.idf = new double[index.items()];
        for (int item = 0; item < idf.length; item++) {
            int with = index.sessionsWith(item);
            idf[item] = 1 + (with == 0 ? 0 : settings.idfWeight() * Math.log((double) index.sessions() / with));
        }
    }

    @Override
    public int items() {
        return index.items();
    }

    @Override
    public void score(History history, float[] scores) {
        if (scores.length != items()) {
            throw new IllegalArgumentException(
                    "There is room for " + scores.length + " scores, but the items are " + items() + ".");
        }
        Scratch scratch = borrow(history);
        Arrays.fill(scratch.sums, 0);
        for (int k = 0; k < scratch.search.found(); k++) {
            add(scratch, scratch.search.neighbor(k));
        }
        for (int item = 0; item < scores.length; item++) {
            scores[item] = (float) (scratch.sums[item] * idf[item]);
        }
        giveBack(scratch);
        for (int k = 0; !settings.remind() && k < history.distinct(); k++) {
            if (history.item(k) < scores.length) {
                scores[history.item(k)] = 0;
            }
        }
    }

    private void add(Scratch scratch, int neighbor) {
        scratch.look(neighbor);
        double factor = scratch.search.similarity(neighbor) * scratch.stepFactor();
        for (int e = index.first(neighbor); e < index.first(neighbor + 1); e++) {
            scratch.sums[index.item(e)] += factor * scratch.distanceFactor(e);
        }
    }

    /** One summand for each item of the current session: its part of the similarity of the neighbours that have the item. */
    @Override
    public List<Contribution> explain(History history, int item) {
        return explainAll(history, new int[] {item}).get(0);
    }

    @Override
    public List<List<Contribution>> explainAll(History history, int[] targets) {
        for (int target : targets) {
            Objects.checkIndex(target, items());
        }
        Scratch scratch = borrow(history);
        double[][] sums = new double[targets.length][scratch.current.size()];
        for (int place = 0; place < targets.length; place++) {
            scratch.targetOf[targets[place]] = place + 1;
        }
        for (int k = 0; k < scratch.search.found(); k++) {
            attribute(scratch, scratch.search.neighbor(k), sums);
        }
        List<List<Contribution>> all = new ArrayList<>(targets.length);
        for (int target : targets) {
            boolean silent = !settings.remind() && history.find(target) >= 0;
            double[] of = sums[scratch.targetOf[target] - 1];
            all.add(silent ? List.of() : contributions(scratch.current, of, idf[target]));
        }
        for (int target : targets) {
            scratch.targetOf[target] = 0;
        }
        giveBack(scratch);
        return all;
    }

    private static List<Contribution> contributions(CurrentSession current, double[] sums, double idf) {
        List<Contribution> parts = new ArrayList<>();
        for (int k = 0; k < current.size(); k++) {
            double value = sums[k] * idf;
            if (value > 0) {
                parts.add(new Contribution(Contribution.Kind.SESSION, current.item(k), value));
            }
        }
        parts.sort(Comparator.comparingDouble(Contribution::value).reversed().thenComparingInt(Contribution::source));
        return parts;
    }

    private void attribute(Scratch scratch, int neighbor, double[][] sums) {
        boolean looked = false;
        for (int entry = index.first(neighbor); entry < index.first(neighbor + 1); entry++) {
            int target = scratch.targetOf[index.item(entry)];
            if (target > 0) {
                if (!looked) {
                    scratch.look(neighbor);
                    looked = true;
                }
                double value =
                        scratch.search.similarity(neighbor) * scratch.stepFactor() * scratch.distanceFactor(entry);
                scratch.share(neighbor, value, sums[target - 1]);
            }
        }
    }

    private Scratch borrow(History history) {
        Scratch free = spare.poll();
        Scratch scratch = free == null ? new Scratch() : free;
        scratch.begin(CurrentSession.of(history, index, settings), history.now());
        return scratch;
    }

    private void giveBack(Scratch scratch) {
        scratch.clear();
        spare.add(scratch);
    }

    /** What one answer needs; none is shared by two at a time. */
    private final class Scratch {
        private final NeighbourSearch search = new NeighbourSearch(index, settings);
        private final double[] sums = new double[index.items()];
        /** 1 + the place of an item in the current session, and among those to be explained; 0 for all others. */
        private final int[] placeOf = new int[index.items()];

        private final int[] targetOf = new int[index.items()];
        private CurrentSession current = CurrentSession.of(History.empty(0), index, settings);
        private double sharedWeight;
        private int lastShared;
        private int lastStep;

        void begin(CurrentSession session, long now) {
            current = session;
            for (int k = 0; k < session.size(); k++) {
                placeOf[session.item(k)] = k + 1;
            }
            search.find(session, now);
        }

        /** Where a neighbour and the current session meet last. */
        void look(int neighbor) {
            sharedWeight = 0;
            lastShared = 0;
            lastStep = 0;
            for (int e = index.first(neighbor); e < index.first(neighbor + 1); e++) {
                int place = placeOf[index.item(e)];
                if (place > 0) {
                    sharedWeight += current.weight(place - 1);
                    lastShared = Math.max(lastShared, index.step(e));
                    lastStep = Math.max(lastStep, current.step(place - 1));
                }
            }
        }

        /** Shares a value among the items that a neighbour and the current session have. */
        void share(int neighbor, double value, double[] to) {
            for (int e = index.first(neighbor); e < index.first(neighbor + 1); e++) {
                int place = placeOf[index.item(e)];
                if (place > 0) {
                    to[place - 1] += value * current.weight(place - 1) / sharedWeight;
                }
            }
        }

        double stepFactor() {
            int distance = current.steps() - lastStep;
            return distance < TABLE ? stepDecay[distance] : settings.stepDecay().atStep(distance + 1);
        }

        double distanceFactor(int entry) {
            int distance = Math.abs(index.step(entry) - lastShared);
            return distance < TABLE
                    ? distanceDecay[distance]
                    : settings.distanceDecay().atStep(distance + 1);
        }

        void clear() {
            for (int k = 0; k < current.size(); k++) {
                placeOf[current.item(k)] = 0;
            }
            search.clear();
        }
    }
}
