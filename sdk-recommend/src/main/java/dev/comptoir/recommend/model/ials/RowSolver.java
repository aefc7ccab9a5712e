package dev.comptoir.recommend.model.ials;

import dev.comptoir.recommend.linalg.Tiles;
import org.jspecify.annotations.Nullable;

/** Solves for whole vectors, one row after the other: exactly, or by a few steps of conjugate gradients. */
final class RowSolver implements Solver {
    /*
     * With H the vectors of the other side, fixed, and X those of the row's own interactions, the row's vector w minimises its
     * part of the loss where
     *   (X'X + a0 H'H + penalty I) w = X'1.
     * All axes are turned first so that H'H is diagonal; the scores do not change by that. Then
     *   A = X'X + D,   D = diag(a0 lambda_k + penalty),
     * and A costs no more than its row's interactions to apply. Conjugate gradients begin with the residual, for which they
     * would need X w: that is the interactions' predictions, which the other side's half epoch left.
     */
    private final Side users;
    private final Side items;
    private final IalsSettings settings;
    private final Tiles tiles;
    private final boolean exact;
    private final @Nullable Predictions predictions;

    RowSolver(Side users, Side items, IalsSettings settings, Tiles tiles) {
        this.users = users;
        this.items = items;
        this.settings = settings;
        this.tiles = tiles;
        this.exact = settings.block() == settings.factors();
        // Zero, as the items' first vectors are.
        this.predictions = exact ? null : new Predictions(users, items);
    }

    @Override
    public void epoch() {
        half(items, users, true);
        half(users, items, false);
    }

    private void half(Side targets, Side fixed, boolean byItem) {
        int factors = settings.factors();
        float[] axes = PrincipalAxes.turn(fixed.factors, targets.factors, factors, tiles);
        targets.run(tiles, (from, to) -> {
            Panel panel = new Panel(factors, targets.longestRow(from, to));
            RowSystem system = exact
                    ? new ExactSystem(axes, settings, panel)
                    : new GradientSystem(axes, settings, fixed.factors.length, panel);
            for (int row = from; row < to; row++) {
                panel.gather(targets.matrix, row, fixed.factors);
                if (predictions != null) {
                    predictions.read(byItem, row, panel.predictions);
                }
                system.solve(targets.penalty[row], targets.factors[row]);
                if (predictions != null) {
                    predictions.write(byItem, row, panel.predictions);
                }
            }
        });
    }
}
