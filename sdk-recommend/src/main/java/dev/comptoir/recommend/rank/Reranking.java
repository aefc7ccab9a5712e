package dev.comptoir.recommend.rank;

import dev.comptoir.recommend.rank.Placement.Move;
import dev.comptoir.recommend.rank.Placement.Stage;
import dev.comptoir.recommend.rank.RerankSettings.Variety;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the list that is shown of the scores of all items: filters, the best of what is left, boosts, the customer's mix,
 * variety, pins. As many items as asked for come whenever so many pass the filters. Immutable and thread-safe; the same input
 * gives the same list. One list costs a look at every item, and with MMR or a DPP a similarity for each of ten times the limit
 * with each item of the list.
 */
public final class Reranking {
    /*
     * Each stage turns an ordered list of items into another one:
     *   1 filters and boosts: the pool is the best (boosted score, then second score, then index) of what passes the filters and
     *     is not pinned. Boosts come before the pool is cut, so that they reach items that their score would have left out.
     *   2 calibration (Calibration) keeps as many as are needed, or twice as many where variety chooses among them: the more it
     *     leaves to choose from, the less is left of the mix.
     *   3 variety (Mmr, FastDpp) keeps as many as are needed.
     *   4 pins are put in at their places.
     * Stages 2 and 3 see scores brought to 0..1 within their own input (Relevance.unit), because their weights would mean nothing
     * on raw scores. Each is a public pure function: with the places before and after, which every item carries, the order can
     * be done again.
     */
    private final RerankSettings settings;

    private Reranking(RerankSettings settings) {
        this.settings = settings;
    }

    public static Reranking of(RerankSettings settings) {
        return new Reranking(settings);
    }

    /** The list. */
    public RankedList rank(Candidates candidates) {
        Pins pins = new Pins(candidates, settings.limit());
        int needed = settings.limit() - pins.size();
        float[] boosted = boosted(candidates);
        int[] pool = TopCandidates.of(
                boosted, candidates.ties(), settings.pool(), item -> candidates.allows(item) && !pins.holds(item));
        int[] calibrated = calibrated(candidates, boosted, pool, needed);
        int[] varied = varied(candidates, boosted, calibrated, needed);
        int[] list = pins.into(varied);
        List<Placement> placements = new ArrayList<>(list.length);
        for (int k = 0; k < list.length; k++) {
            int item = list[k];
            int byScore = candidates.boosts().isEmpty() && !pins.holds(item)
                    ? placeIn(pool, item)
                    : scorePlace(candidates, pins, item);
            List<Move> moves = new ArrayList<>(2);
            int place = byScore;
            if (!pins.holds(item)) {
                place = move(moves, Stage.BOOST, place, placeIn(pool, item));
                place = move(moves, Stage.CALIBRATION, place, placeIn(calibrated, item));
                place = move(moves, Stage.VARIETY, place, placeIn(varied, item));
            }
            move(moves, Stage.PIN, place, k + 1);
            List<String> applied = candidates.boosts().stream()
                    .filter(boost -> boost.items().test(item))
                    .map(Boost::name)
                    .toList();
            placements.add(
                    new Placement(item, k + 1, byScore, candidates.scores()[item], boosted[item], applied, moves));
        }
        return new RankedList(placements, pins.dropped());
    }

    private static float[] boosted(Candidates candidates) {
        if (candidates.boosts().isEmpty()) {
            return candidates.scores();
        }
        float[] boosted = candidates.scores().clone();
        for (Boost boost : candidates.boosts()) {
            for (int item = 0; item < boosted.length; item++) {
                if (!Float.isNaN(boosted[item]) && boost.items().test(item)) {
                    boosted[item] = boost.on(boosted[item]);
                }
            }
        }
        return boosted;
    }

    private int[] calibrated(Candidates candidates, float[] boosted, int[] pool, int needed) {
        int[] group = candidates.group();
        if (group == null || candidates.mix().length == 0 || settings.calibration() == 0) {
            return pool;
        }
        int keep = settings.variety() == Variety.NONE ? needed : (int) Math.min(2L * needed, pool.length);
        int[] groups = Arrays.stream(pool).map(item -> group[item]).toArray();
        return pick(
                pool,
                Calibration.choose(
                        relevance(boosted, pool),
                        groups,
                        candidates.mix(),
                        keep,
                        settings.calibration(),
                        settings.smoothing()));
    }

    private int[] varied(Candidates candidates, float[] boosted, int[] list, int needed) {
        float[] relevance = relevance(boosted, list);
        Similarity items = candidates.similarity();
        Similarity similarity = (left, right) -> items.of(list[left], list[right]);
        return switch (settings.variety()) {
            case NONE -> Arrays.copyOf(list, Math.min(needed, list.length));
            case MMR -> pick(list, Mmr.choose(relevance, similarity, needed, settings.strength()));
            case DPP -> pick(list, FastDpp.choose(relevance, similarity, needed, settings.strength()));
        };
    }

    /** Scores of some items from 0 to 1; infinite ones count as the largest there is. */
    private static float[] relevance(float[] scores, int[] items) {
        float[] chosen = new float[items.length];
        for (int k = 0; k < items.length; k++) {
            chosen[k] = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, scores[items[k]]));
        }
        return Relevance.unit(chosen);
    }

    private static int[] pick(int[] items, int[] places) {
        return Arrays.stream(places).map(place -> items[place]).toArray();
    }

    /** Where an item would stand if only scores counted, among itself and those that pass the filters and are not pinned. */
    private static int scorePlace(Candidates candidates, Pins pins, int item) {
        float[] scores = candidates.scores();
        int place = 1;
        for (int other = 0; other < scores.length; other++) {
            if (TopCandidates.better(scores, candidates.ties(), other, item)
                    && !pins.holds(other)
                    && candidates.allows(other)) {
                place++;
            }
        }
        return place;
    }

    private static int placeIn(int[] list, int item) {
        int place = 1;
        while (list[place - 1] != item) {
            place++;
        }
        return place;
    }

    /** Notes a move, if it is one, and returns where it led. */
    private static int move(List<Move> moves, Stage stage, int from, int to) {
        if (from != to) {
            moves.add(new Move(stage, from, to));
        }
        return to;
    }
}
