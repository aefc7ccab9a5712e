package dev.comptoir.recommend.model.imported;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.rank.CandidateRanker;
import dev.comptoir.recommend.interaction.BuyerCounts;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Contribution.Kind;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.List;

/** Fills in the features of every item for an imported ranker. */
final class ImportedScorer implements Scorer {
    /*
     * A ranker is a closed box, so its score is taken apart by walking from nothing known to everything known, one group of
     * features after the other, and giving each group the difference that its step makes:
     *   f(nothing) + [f(own purchases) - f(nothing)] + ... = f(everything)
     * The groups, in this order: own purchases, each model's score, popularity, and the rest. With a linear ranker the order does
     * not matter; with another it is a convention.
     *
     * Where a ranker breaks its contract and gives NaN or infinity, the item gets the lowest score of the others.
     */
    private static final int ROWS = 1024;
    private static final double DAY = 86_400_000.0;
    private static final double MOST_DAYS = 36_500;

    private final CandidateRanker ranker;
    private final Columns columns;
    private final List<Scorer> sources;
    private final BuyerCounts buyers;
    private final float[] prices;
    private final int mostBuyers;

    ImportedScorer(CandidateRanker ranker, Columns columns, List<Scorer> sources, BuyerCounts buyers, float[] prices) {
        this.ranker = ranker;
        this.columns = columns;
        this.sources = sources;
        this.buyers = buyers;
        this.prices = prices;
        int most = 0;
        for (int item = 0; item < buyers.items(); item++) {
            most = Math.max(most, buyers.buyers(item));
        }
        this.mostBuyers = most;
    }

    @Override
    public int items() {
        return buyers.items();
    }

    @Override
    public void score(History history, float[] scores) {
        float[][] given = sourceScores(history);
        float lowest = Float.POSITIVE_INFINITY;
        for (int from = 0; from < buyers.items(); from += ROWS) {
            float[][] rows = new float[Math.min(ROWS, buyers.items() - from)][columns.size()];
            for (int k = 0; k < rows.length; k++) {
                fill(rows[k], history, from + k, given);
            }
            float[] ranked = ranked(rows);
            for (int k = 0; k < rows.length; k++) {
                scores[from + k] = ranked[k];
                lowest = Float.isFinite(ranked[k]) ? Math.min(lowest, ranked[k]) : lowest;
            }
        }
        for (int item = 0; item < buyers.items(); item++) {
            if (!Float.isFinite(scores[item])) {
                scores[item] = Float.isFinite(lowest) ? lowest : 0;
            }
        }
    }

    private float[] ranked(float[][] rows) {
        float[] ranked = ranker.score(rows);
        if (ranked.length != rows.length) {
            throw new ModelException(
                    ErrorCode.MODEL_FAILED,
                    "The ranker gave " + ranked.length + " scores for " + rows.length + " candidates.");
        }
        return ranked;
    }

    private float[][] sourceScores(History history) {
        float[][] given = new float[sources.size()][buyers.items()];
        for (int s = 0; s < given.length; s++) {
            sources.get(s).score(history, given[s]);
        }
        return given;
    }

    private void fill(float[] row, History history, int item, float[][] given) {
        int own = history.find(item);
        int baskets = history.baskets();
        for (int column = 0; column < row.length; column++) {
            if (columns.isScore(column)) {
                row[column] = given[columns.source(column)][item];
                continue;
            }
            Feature feature = columns.feature(column);
            row[column] = switch (feature) {
                case USER_BASKETS -> baskets;
                case USER_ITEMS -> history.distinct();
                case USER_DAYS -> baskets == 0 ? feature.unknown() : days(history, baskets - 1);
                case USER_ITEM_COUNT -> own < 0 ? 0 : history.count(own);
                case USER_ITEM_DAYS -> own < 0 ? feature.unknown() : days(history, history.lastBasket(own));
                case POPULARITY -> mostBuyers == 0 ? 0 : (float) buyers.buyers(item) / mostBuyers;
                case ITEM_BUYERS -> buyers.buyers(item);
                case PRICE -> prices[item];
            };
        }
    }

    private static float days(History history, int basket) {
        double days = ((double) history.now() - history.time(basket)) / DAY;
        return (float) Math.max(0, Math.min(MOST_DAYS, days));
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        float[] known = new float[columns.size()];
        fill(known, history, item, sourceScores(history));
        int groups = sources.size() + 3;
        float[][] path = new float[groups + 1][];
        path[0] = new float[columns.size()];
        for (int column = 0; column < path[0].length; column++) {
            path[0][column] = columns.unknown(column);
        }
        for (int group = 0; group < groups; group++) {
            path[group + 1] = path[group].clone();
            for (int column = 0; column < known.length; column++) {
                if (group(column) == group) {
                    path[group + 1][column] = known[column];
                }
            }
        }
        float[] ranked = ranked(path);
        for (float score : ranked) {
            if (!Float.isFinite(score)) {
                float[] scores = new float[buyers.items()];
                score(history, scores);
                return List.of(Contribution.of(Kind.RANKER, scores[item]));
            }
        }
        List<Contribution> parts = new ArrayList<>();
        parts.add(Contribution.of(Kind.RANKER, ranked[0]));
        for (int group = 0; group < groups; group++) {
            double step = (double) ranked[group + 1] - ranked[group];
            if (step != 0) {
                parts.add(Contribution.of(kind(group, history, item), step));
            }
        }
        return parts;
    }

    /** Own purchases first, then the models one by one, popularity, the rest. */
    private int group(int column) {
        if (columns.isScore(column)) {
            return 1 + columns.source(column);
        }
        return switch (columns.feature(column).kind()) {
            case OWN_PURCHASES -> 0;
            case POPULAR -> sources.size() + 1;
            default -> sources.size() + 2;
        };
    }

    /** What a group rests on: for a model's score what says most of it. */
    private Kind kind(int group, History history, int item) {
        if (group == 0) {
            return Kind.OWN_PURCHASES;
        }
        if (group > sources.size()) {
            return group == sources.size() + 1 ? Kind.POPULAR : Kind.RANKER;
        }
        Contribution most = Contribution.of(Kind.RANKER, 0);
        for (Contribution part : sources.get(group - 1).explain(history, item)) {
            if (Math.abs(part.value()) > Math.abs(most.value())) {
                most = part;
            }
        }
        return most.kind();
    }
}
