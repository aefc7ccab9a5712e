package dev.comptoir.recommend.model.ials;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small seeded data, and the paper's formulas without any care for speed. */
final class Samples {
    static final long SEED = 20241;

    private Samples() {}

    /** Users with a taste each; one with nothing, one with everything. */
    static InteractionMatrix matrix(int users, int items) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<int[]> rows = new ArrayList<>();
        rows.add(new int[0]);
        int[] everything = new int[items];
        for (int i = 0; i < items; i++) {
            everything[i] = i;
        }
        rows.add(everything);
        while (rows.size() < users) {
            int[] row = new int[1 + random.nextInt(Math.min(30, items))];
            int taste = random.nextInt(3) * items / 3;
            for (int k = 0; k < row.length; k++) {
                row[k] = random.nextInt(4) == 0
                        ? random.nextInt(items)
                        : Math.min(items - 1, taste + (int) (items / 3.0 * Math.pow(random.nextDouble(), 2)));
            }
            rows.add(row);
        }
        return InteractionMatrix.of(items, rows);
    }

    /** Both sides with the first vectors. */
    static Side[] sides(InteractionMatrix matrix, IalsSettings settings) {
        Side users = new Side(matrix, settings);
        Side items = new Side(matrix.transposed(), settings);
        FirstFactors first = new FirstFactors(settings.seed(), settings.factors());
        for (int user = 0; user < users.factors.length; user++) {
            first.fill(user, users.factors[user]);
        }
        return new Side[] {users, items};
    }

    static Solver solver(Side[] sides, IalsSettings settings) {
        return new RowSolver(sides[0], sides[1], settings, Tiles.sequential());
    }

    /** The loss as the paper states it, over all pairs. */
    static double loss(Side users, Side items, IalsSettings settings) {
        double loss = 0;
        for (int u = 0; u < users.factors.length; u++) {
            boolean[] has = new boolean[items.factors.length];
            for (int k = 0; k < users.matrix.rowLength(u); k++) {
                has[users.matrix.item(u, k)] = true;
            }
            for (int i = 0; i < has.length; i++) {
                double score = dot(users.factors[u], items.factors[i]);
                loss += settings.unobservedWeight() * score * score + (has[i] ? (score - 1) * (score - 1) : 0);
            }
        }
        return loss + penalty(users, settings) + penalty(items, settings);
    }

    private static double penalty(Side side, IalsSettings settings) {
        double sum = 0;
        for (int row = 0; row < side.factors.length; row++) {
            double frequency = side.matrix.rowLength(row) + settings.unobservedWeight() * side.matrix.items();
            sum += settings.regularization()
                    * Math.pow(frequency, settings.frequencyExponent())
                    * dot(side.factors[row], side.factors[row]);
        }
        return sum;
    }

    /** Half the derivative of the loss by a user's vector. */
    static double[] gradient(Side users, Side items, IalsSettings settings, int user) {
        double[] gradient = new double[settings.factors()];
        boolean[] has = new boolean[items.factors.length];
        for (int k = 0; k < users.matrix.rowLength(user); k++) {
            has[users.matrix.item(user, k)] = true;
        }
        for (int i = 0; i < has.length; i++) {
            double score = dot(users.factors[user], items.factors[i]);
            double weight = settings.unobservedWeight() * score + (has[i] ? score - 1 : 0);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += weight * items.factors[i][k];
            }
        }
        double frequency = users.matrix.rowLength(user) + settings.unobservedWeight() * has.length;
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] += settings.regularization()
                    * Math.pow(frequency, settings.frequencyExponent())
                    * users.factors[user][k];
        }
        return gradient;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (double) a[k] * b[k];
        }
        return sum;
    }
}
