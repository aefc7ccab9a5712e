package dev.comptoir.recommend.model.ials;

import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;

/** iALS++: solves for a block of factors at a time, the others held. */
final class BlockSolver implements Solver {
    /*
     * Rendle, Krichene, Zhang, Koren: "iALS++: Speeding up Matrix Factorization with Subspace Optimization", arXiv 2110.14044.
     * A Newton step on the factors pi of one row, with y^ its predictions:
     *   w_pi -= inverse(X_pi'X_pi + a0 G_pi,pi + penalty I) (X_pi'(y^ - 1) + a0 G_pi,: w + penalty w_pi),   G = H'H.
     * For each block first all items, then all users. One prediction is kept for each interaction, in the order of the users,
     * and corrected after each step; it is computed anew at each epoch.
     */
    private final Side users;
    private final Side items;
    private final IalsSettings settings;
    private final Tiles tiles;
    private final int block;
    private final Predictions predictions;

    BlockSolver(Side users, Side items, IalsSettings settings, Tiles tiles) {
        this.users = users;
        this.items = items;
        this.settings = settings;
        this.tiles = tiles;
        this.block = settings.block();
        this.predictions = new Predictions(users, items);
    }

    @Override
    public void epoch() {
        predict();
        for (int first = 0; first < settings.factors(); first += block) {
            int size = Math.min(block, settings.factors() - first);
            half(items, users, first, size, true);
            half(users, items, first, size, false);
        }
    }

    private void predict() {
        users.run(tiles, (from, to) -> {
            Panel panel = new Panel(settings.factors(), users.longestRow(from, to));
            float[] products = new float[8];
            for (int user = from; user < to; user++) {
                panel.gather(users.matrix, user, items.factors);
                for (int at = 0; at < panel.padded; at += 8) {
                    Loops.dot8(panel.rows, at, users.factors[user], products);
                    System.arraycopy(products, 0, panel.predictions, at, 8);
                }
                predictions.write(false, user, panel.predictions);
            }
        });
    }

    private void half(Side targets, Side fixed, int first, int size, boolean byItem) {
        float[][] gram = weightedGram(fixed, first, size);
        float[][] columns = new float[fixed.factors.length][];
        for (int row = 0; row < columns.length; row++) {
            columns[row] = Arrays.copyOfRange(fixed.factors[row], first, first + size);
        }
        targets.run(tiles, (from, to) -> {
            Panel panel = new Panel(size, targets.longestRow(from, to));
            Step step = new Step(gram, first, size, panel);
            for (int row = from; row < to; row++) {
                if (targets.matrix.rowLength(row) == 0) {
                    Arrays.fill(targets.factors[row], first, first + size, 0);
                    continue;
                }
                panel.gather(targets.matrix, row, columns);
                predictions.read(byItem, row, panel.predictions);
                step.run(targets.penalty[row], targets.factors[row]);
                predictions.write(byItem, row, panel.predictions);
            }
        });
    }

    /** The rows of the block of a0 G. */
    private float[][] weightedGram(Side fixed, int first, int size) {
        double[][] gram = Gram.of(fixed.factors, settings.factors(), tiles);
        float[][] weighted = new float[size][settings.factors()];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < weighted[i].length; j++) {
                weighted[i][j] = (float) (settings.unobservedWeight() * gram[first + i][j]);
            }
        }
        return weighted;
    }

    /** The Newton step of one row. */
    private static final class Step {
        private final float[][] gram;
        private final int first;
        private final int size;
        private final Panel panel;
        private final Squares squares;
        private final float[][] matrix;
        private final float[] step;
        private final float[] column;
        private final float[] products = new float[8];
        private final float[] misses;

        Step(float[][] gram, int first, int size, Panel panel) {
            this.gram = gram;
            this.first = first;
            this.size = size;
            this.panel = panel;
            this.squares = new Squares(panel);
            this.misses = new float[panel.rows.length];
            this.matrix = new float[size][size];
            this.step = new float[size];
            this.column = new float[size];
        }

        /** Moves the vector and the predictions. */
        void run(float penalty, float[] vector) {
            for (int i = 0; i < size; i++) {
                System.arraycopy(gram[i], first, matrix[i], 0, size);
                matrix[i][i] += penalty;
                step[i] = -Math.fma(penalty, vector[first + i], Loops.dot(gram[i], vector, 0, vector.length));
            }
            squares.addTo(matrix);
            Cholesky.factor(matrix, size, column);
            for (int k = 0; k < panel.size; k++) {
                misses[k] = 1 - panel.predictions[k];
            }
            Loops.addRows(step, panel.rows, misses, panel.size, 0, size);
            Cholesky.solve(matrix, size, step);
            for (int i = 0; i < size; i++) {
                vector[first + i] += step[i];
            }
            for (int at = 0; at < panel.padded; at += 8) {
                Loops.dot8(panel.rows, at, step, products);
                for (int k = at; k < Math.min(panel.size, at + 8); k++) {
                    panel.predictions[k] += products[k - at];
                }
            }
        }
    }
}
