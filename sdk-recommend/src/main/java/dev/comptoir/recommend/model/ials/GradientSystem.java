package dev.comptoir.recommend.model.ials;

import java.util.Arrays;

/** A few steps of preconditioned conjugate gradients, from the vector of the epoch before. Not thread-safe. */
final class GradientSystem implements RowSystem {
    /*
     * Takács, Pilászy, Tikk: "Applications of the conjugate gradient method for implicit feedback collaborative filtering",
     * RecSys 2011: A is never formed, X'(X p) + D p takes 4 n d operations. Here D is diagonal (RowSolver), and the
     * system is preconditioned with M = diag((a0 + n / N) lambda_k + penalty): the row's own n of the N vectors are taken for a
     * sample of all, X'X for n / N H'H. That is exact for rows that have everything or nothing. Two steps then do what three or
     * more do without; one falls behind where both weights are small (docs/decisions/0022).
     */
    static final int STEPS = 2;

    private final float[] axes;
    private final float unobserved;
    private final int others;
    private final Panel panel;
    private final float[] diagonal;
    private final float[] preconditioner;
    private final float[] residual;
    private final float[] scaled;
    private final float[] direction;
    private final float[] applied;
    private final float[] eight = new float[8];
    private final float[] products;

    /** @param others how many vectors the other side has */
    GradientSystem(float[] axes, IalsSettings settings, int others, Panel panel) {
        int factors = axes.length;
        this.axes = axes;
        this.unobserved = (float) settings.unobservedWeight();
        this.others = others;
        this.panel = panel;
        this.diagonal = new float[factors];
        this.preconditioner = new float[factors];
        this.residual = new float[factors];
        this.scaled = new float[factors];
        this.direction = new float[factors];
        this.applied = new float[factors];
        this.products = new float[panel.rows.length];
    }

    @Override
    public void solve(float penalty, float[] vector) {
        if (panel.size == 0) {
            Arrays.fill(vector, 0);
            return;
        }
        int factors = vector.length;
        float share = unobserved + (float) panel.size / others;
        for (int k = 0; k < factors; k++) {
            diagonal[k] = Math.fma(unobserved, axes[k], penalty);
            preconditioner[k] = 1 / Math.fma(share, axes[k], penalty);
            residual[k] = -diagonal[k] * vector[k];
        }
        addMisses(residual);
        float length = precondition();
        System.arraycopy(scaled, 0, direction, 0, factors);
        for (int step = 1; length > 0; step++) {
            for (int k = 0; k < factors; k++) {
                applied[k] = diagonal[k] * direction[k];
            }
            apply(direction, applied);
            float along = length / Loops.dot(direction, applied, 0, factors);
            if (!Float.isFinite(along)) {
                return;
            }
            Loops.add1(vector, direction, along, 0, factors);
            Loops.add1(panel.predictions, products, along, 0, panel.size);
            if (step == STEPS) {
                return;
            }
            Loops.add1(residual, applied, -along, 0, factors);
            float next = precondition();
            float kept = next / length;
            for (int k = 0; k < factors; k++) {
                direction[k] = Math.fma(kept, direction[k], scaled[k]);
            }
            length = next;
        }
    }

    private float precondition() {
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = preconditioner[k] * residual[k];
        }
        return Loops.dot(scaled, residual, 0, scaled.length);
    }

    /** Adds X'(1 - X w), X w being the predictions. */
    private void addMisses(float[] sum) {
        for (int k = 0; k < panel.size; k++) {
            products[k] = 1 - panel.predictions[k];
        }
        Loops.addRows(sum, panel.rows, products, panel.size, 0, sum.length);
    }

    /** Adds X'(X v) to {@code sum} and leaves X v in {@code products}. */
    private void apply(float[] v, float[] sum) {
        float[][] rows = panel.rows;
        float[] q = eight;
        for (int at = 0; at < panel.padded; at += 8) {
            Loops.dot8(rows, at, v, q);
            Loops.add4(sum, rows[at], rows[at + 1], rows[at + 2], rows[at + 3], q[0], q[1], q[2], q[3], 0, v.length);
            Loops.add4(
                    sum, rows[at + 4], rows[at + 5], rows[at + 6], rows[at + 7], q[4], q[5], q[6], q[7], 0, v.length);
            System.arraycopy(q, 0, products, at, 8);
        }
    }
}
