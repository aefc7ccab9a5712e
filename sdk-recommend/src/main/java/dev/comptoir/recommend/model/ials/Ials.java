package dev.comptoir.recommend.model.ials;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.function.IntPredicate;

/**
 * A trained iALS model: a vector for every user and every item; the score of an item for a user is the product of theirs.
 * Immutable and thread-safe. The same bits for any number of threads.
 */
public final class Ials {
    /*
     * Hu, Koren, Volinsky: "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008, in the form and with the
     * regularization of Rendle, Krichene, Zhang, Koren: "Revisiting the Performance of iALS on Item Recommendation Benchmarks",
     * RecSys 2022 (arXiv 2110.14037). Loss, over the pairs S seen, with y^ = w_u'h_i:
     *   sum over S of (y^ - 1)^2 + a0 sum over all pairs of y^^2
     *     + sum over u of p_u |w_u|^2 + sum over i of p_i |h_i|^2,   p_u = regularization (n_u + a0 I)^nu.
     * Differences: an epoch solves for the items first, so that training ends with the users, whose vectors then are those of
     * fold-in (but for what conjugate gradients leave); the first vectors come from a counter, not from a stream; the axes are
     * turned at the end (and, but for iALS++, at every half epoch) so that H'H is diagonal, which changes no score.
     */
    private final IalsSettings settings;
    private final float[][] users;
    private final float[][] items;
    private final float[] axes;
    private final ItemScores scores;

    private Ials(IalsSettings settings, float[][] users, float[][] items, float[] axes) {
        this.settings = settings;
        this.users = users;
        this.items = items;
        this.axes = axes;
        this.scores = new ItemScores(items, settings.factors());
    }

    /**
     * Trains on all rows of a matrix, which become the users.
     *
     * @param tiles the threads to use; they do not show in the result
     */
    public static Ials train(InteractionMatrix matrix, IalsSettings settings, Tiles tiles) {
        return train(matrix, settings, tiles, done -> true);
    }

    /**
     * Trains, and may end early.
     *
     * @param goOn told after each epoch how many are done; on false, the model is what it is by then
     */
    public static Ials train(InteractionMatrix matrix, IalsSettings settings, Tiles tiles, IntPredicate goOn) {
        Side users = new Side(matrix, settings);
        Side items = new Side(matrix.transposed(), settings);
        FirstFactors first = new FirstFactors(settings.seed(), settings.factors());
        users.run(tiles, (from, to) -> {
            for (int user = from; user < to; user++) {
                first.fill(user, users.factors[user]);
            }
        });
        Solver solver = settings.block() == 0 || settings.block() == settings.factors()
                ? new RowSolver(users, items, settings, tiles)
                : new BlockSolver(users, items, settings, tiles);
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            solver.epoch();
            if (!goOn.test(epoch)) {
                break;
            }
        }
        PrincipalAxes.turn(items.factors, users.factors, settings.factors(), tiles);
        // Computed from the turned vectors, as for a model that comes from a snapshot: the same bits.
        float[] axes = PrincipalAxes.diagonal(items.factors, settings.factors(), tiles);
        return new Ials(settings, users.factors, items.factors, axes);
    }

    /**
     * The model of these items, without the users it was trained on; fold-in knows them by what they have.
     *
     * @param itemFactors one vector an item, as {@link #itemFactors} gave them
     */
    public static Ials of(IalsSettings settings, float[][] itemFactors, Tiles tiles) {
        float[][] copy = new float[itemFactors.length][];
        for (int item = 0; item < copy.length; item++) {
            copy[item] = itemFactors[item].clone();
            if (copy[item].length != settings.factors()) {
                throw new IllegalArgumentException("The vector of item " + item + " has " + copy[item].length
                        + " factors, but must have " + settings.factors() + ".");
            }
        }
        return new Ials(settings, new float[0][], copy, PrincipalAxes.diagonal(copy, settings.factors(), tiles));
    }

    /** Memory that training needs at most, in bytes, before anything is allocated; the interactions apart, 8 bytes each beside the matrix. */
    public static long estimateBytes(long users, long items, IalsSettings settings) {
        long factors = settings.factors();
        long vectors = (users + 2 * items) * factors * Float.BYTES + (users + items) * 32;
        long grams = 66L * factors * factors * Double.BYTES;
        boolean blocks = settings.block() > 0 && settings.block() < factors;
        return vectors + grams + (blocks ? Math.max(users, items) * (settings.block() * 4L + 24) : 0);
    }

    public IalsSettings settings() {
        return settings;
    }

    /** How many users were in training; 0 for a model of items only. */
    public int users() {
        return users.length;
    }

    public int items() {
        return items.length;
    }

    /** The vector of a user of the training. A copy. */
    public float[] userFactors(int user) {
        return users[user].clone();
    }

    /** The vector of an item. A copy. */
    public float[] itemFactors(int item) {
        return items[item].clone();
    }

    /**
     * The vector of anybody who has these items: solved for exactly, some microseconds.
     *
     * @param known distinct item indexes; none gives zeros
     */
    public float[] foldIn(int[] known) {
        float[] vector = new float[settings.factors()];
        system(known).solve(settings.penalty(known.length, items.length), vector);
        return vector;
    }

    /** Scores all items, at the speed of memory. {@code target} has one place an item. */
    public void score(float[] userFactors, float[] target) {
        scores.score(userFactors, target);
    }

    /**
     * Scores all items for several users, faster than one by one.
     *
     * @param targets one array a user, of one place an item
     */
    public void score(float[][] userFactors, float[][] targets) {
        scores.score(userFactors, targets);
    }

    /** How alike all items are to one, by the cosine of their vectors: -1 to 1, and 0 for items without a vector. */
    public void similar(int item, float[] target) {
        scores.cosines(items[item], target);
    }

    /**
     * What each item that somebody has adds to the score of another; they add up to the score after fold-in.
     *
     * @param known distinct item indexes
     * @return one addend for each of {@code known}
     */
    public float[] contributions(int[] known, int target) {
        /* w_u = inverse(A_u) sum of h_j, so h_i'w_u = sum of h_i' inverse(A_u) h_j: Hu et al., section 5. */
        float[] vector = items[target].clone();
        float[] result = new float[known.length];
        system(known).solveFor(settings.penalty(known.length, items.length), vector);
        for (int k = 0; k < known.length; k++) {
            result[k] = Loops.dot(vector, items[known[k]], 0, vector.length);
        }
        return result;
    }

    private ExactSystem system(int[] known) {
        for (int item : known) {
            if (item < 0 || item >= items.length) {
                throw new IllegalArgumentException(
                        "The item index " + item + " lies outside of 0 to " + (items.length - 1) + ".");
            }
        }
        Panel panel = new Panel(settings.factors(), known.length);
        panel.gather(known, items);
        return new ExactSystem(axes, settings, panel);
    }
}
