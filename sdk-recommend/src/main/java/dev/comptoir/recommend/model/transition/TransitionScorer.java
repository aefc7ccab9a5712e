package dev.comptoir.recommend.model.transition;

import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of what follows what, from one basket of a user to the next. Immutable and thread-safe. A call reads the histories of
 * all users who share an item, each once.
 */
public final class TransitionScorer implements Scorer {
    /*
     * The Markov chain of baskets without factorisation (Rendle, Freudenthaler, Schmidt-Thieme: "Factorizing Personalized
     * Markov Chains for Next-Basket Recommendation", WWW 2010), with more than one basket of memory and a cosine in place of
     * conditional probabilities:
     *   x_i(v,t) = sum over baskets s <= t of v with i of fade^(t-s),   y_j(v,t) = 1 if j is in basket t of v,
     *   T_ij     = sum over v, t of x_i(v,t) y_j(v,t+1),
     *   score_j  = sum over i of x_i(u,now) T_ij / ((N_i + shrink)^a (C_j + shrink)^b),
     *   N_i      = sum over v, t of x_i(v,t)^2,   C_j = sum over v, t of y_j(v,t+1);   a = b = 1/2 is the cosine.
     * T is never stored: with w_i = x_i(u,now) / (N_i + shrink)^a,  sum_i w_i x_i(v,t) follows from basket to basket by
     *   acc <- fade * acc + sum over i in the basket of w_i,
     * so one pass over a user's baskets adds all that T would.
     */
    private final Histories histories;
    private final InteractionMatrix rowsOf;
    private final float[] sourceWeight;
    private final float[] targetWeight;
    private final double fade;

    private TransitionScorer(
            Histories histories, InteractionMatrix rowsOf, float[] sourceWeight, float[] targetWeight, double fade) {
        this.histories = histories;
        this.rowsOf = rowsOf;
        this.sourceWeight = sourceWeight;
        this.targetWeight = targetWeight;
        this.fade = fade;
    }

    static TransitionScorer of(
            Histories histories, double fade, double sourcePower, double targetPower, double shrink) {
        int items = histories.items();
        double[] squares = new double[items];
        double[] targets = new double[items];
        double[] state = new double[items];
        int[] lastSeen = new int[items];
        for (int row = 0; row < histories.rows(); row++) {
            int first = histories.firstBasket(row);
            int count = histories.basketCount(row);
            for (int t = 0; t < count; t++) {
                int line = histories.firstLine(first + t);
                for (int end = line + histories.basketSize(first + t); line < end; line++) {
                    int item = histories.item(line);
                    targets[item] += t > 0 ? 1 : 0;
                    if (state[item] > 0) {
                        int gap = t - lastSeen[item];
                        squares[item] += sumOfSquares(state[item], fade, gap);
                        state[item] *= Math.pow(fade, gap);
                    }
                    state[item]++;
                    lastSeen[item] = t;
                }
            }
            int line = count == 0 ? 0 : histories.firstLine(first);
            int end = count == 0 ? 0 : histories.firstLine(first + count - 1) + histories.basketSize(first + count - 1);
            for (; line < end; line++) {
                int item = histories.item(line);
                if (state[item] > 0) {
                    squares[item] += sumOfSquares(state[item], fade, count - 1 - lastSeen[item]);
                    state[item] = 0;
                }
            }
        }
        return new TransitionScorer(
                histories,
                histories.matrix().transposed(),
                weights(squares, sourcePower, shrink),
                weights(targets, targetPower, shrink),
                fade);
    }

    /** Of x, x fade, x fade^2 and so on, so many of them. */
    private static double sumOfSquares(double x, double fade, int steps) {
        double square = fade * fade;
        return x * x * (square == 1 ? steps : (1 - Math.pow(square, steps)) / (1 - square));
    }

    private static float[] weights(double[] counts, double power, double shrink) {
        float[] weights = new float[counts.length];
        for (int item = 0; item < weights.length; item++) {
            weights[item] = (float) Math.pow(counts[item] + shrink, -power);
        }
        return weights;
    }

    @Override
    public int items() {
        return sourceWeight.length;
    }

    @Override
    public void score(History history, float[] scores) {
        Arrays.fill(scores, 0, items(), 0);
        float[] weights = new float[items()];
        boolean[] touched = new boolean[histories.rows()];
        float[] own = sources(history);
        for (int k = 0; k < own.length; k++) {
            int item = history.item(k);
            weights[item] = own[k];
            for (int at = 0; at < rowsOf.rowLength(item); at++) {
                touched[rowsOf.item(item, at)] = true;
            }
        }
        for (int row = 0; row < touched.length; row++) {
            if (touched[row]) {
                add(row, weights, scores);
            }
        }
        for (int item = 0; item < targetWeight.length; item++) {
            scores[item] *= targetWeight[item];
        }
    }

    private void add(int row, float[] weights, float[] scores) {
        int first = histories.firstBasket(row);
        int last = first + histories.basketCount(row) - 1;
        float sum = 0;
        for (int basket = first; basket <= last; basket++) {
            int begin = histories.firstLine(basket);
            int end = begin + histories.basketSize(basket);
            float next = 0;
            for (int line = begin; line < end; line++) {
                int item = histories.item(line);
                scores[item] += sum;
                next += weights[item];
            }
            sum = (float) fade * sum + next;
        }
    }

    /** What each known distinct item of a history counts as a source. */
    private float[] sources(History history) {
        double[] sums = new double[history.distinct()];
        for (int basket = 0; basket < history.baskets(); basket++) {
            double weight = Math.pow(fade, history.baskets() - 1 - basket);
            for (int k = 0; k < history.basketSize(basket); k++) {
                sums[history.find(history.item(basket, k))] += weight;
            }
        }
        int known = 0;
        while (known < sums.length && history.item(known) < items()) {
            known++;
        }
        float[] sources = new float[known];
        for (int k = 0; k < known; k++) {
            sources[k] = (float) (sums[k] * sourceWeight[history.item(k)]);
        }
        return sources;
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        return explainAll(history, new int[] {item}).get(0);
    }

    @Override
    public List<List<Contribution>> explainAll(History history, int[] items) {
        float[] own = sources(history);
        TransitionSources sources = new TransitionSources(histories, fade, history, own.length, items);
        boolean[] touched = new boolean[histories.rows()];
        for (int item : items) {
            for (int at = 0; at < rowsOf.rowLength(item); at++) {
                touched[rowsOf.item(item, at)] = true;
            }
        }
        for (int row = 0; row < touched.length; row++) {
            if (touched[row]) {
                sources.follow(row);
            }
        }
        List<List<Contribution>> all = new ArrayList<>(items.length);
        for (int item : items) {
            List<Contribution> one = new ArrayList<>();
            for (int k = 0; k < own.length; k++) {
                double part = sources.part(item, k);
                if (part != 0) {
                    one.add(new Contribution(
                            Contribution.Kind.SESSION, history.item(k), part * own[k] * targetWeight[item]));
                }
            }
            all.add(one);
        }
        return all;
    }
}
