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
    private final float[] products = new float[8];

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
        apply(vector, residual, 1, -1);
        float length = precondition();
        System.arraycopy(scaled, 0, direction, 0, factors);
        for (int step = 1; length > 0; step++) {
            for (int k = 0; k < factors; k++) {
                applied[k] = diagonal[k] * direction[k];
            }
            apply(direction, applied, 0, 1);
            float along = length / Loops.dot(direction, applied, 0, factors);
            if (!Float.isFinite(along)) {
                return;
            }
            Loops.add1(vector, direction, along, 0, factors);
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

    /** Adds X'(base + sign X v) to {@code sum}. */
    private void apply(float[] v, float[] sum, float base, float sign) {
        float[][] rows = panel.rows;
        float[] q = products;
        for (int at = 0; at < panel.padded; at += 8) {
            Loops.dot8(rows, at, v, q);
            Loops.add4(
                    sum,
                    rows[at],
                    rows[at + 1],
                    rows[at + 2],
                    rows[at + 3],
                    Math.fma(sign, q[0], base),
                    Math.fma(sign, q[1], base),
                    Math.fma(sign, q[2], base),
                    Math.fma(sign, q[3], base),
                    0,
                    v.length);
            Loops.add4(
                    sum,
                    rows[at + 4],
                    rows[at + 5],
                    rows[at + 6],
                    rows[at + 7],
                    Math.fma(sign, q[4], base),
                    Math.fma(sign, q[5], base),
                    Math.fma(sign, q[6], base),
                    Math.fma(sign, q[7], base),
                    0,
                    v.length);
        }
    }
}
