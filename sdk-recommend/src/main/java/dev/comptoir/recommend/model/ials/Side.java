package dev.comptoir.recommend.model.ials;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;

/** Users or items during training: who has what, their vectors, and how work on them is cut. */
final class Side {
    private static final int PIECES = 256;
    private static final int SMALLEST_PIECE = 4096;
    /** What a row costs beside its interactions. */
    private static final int ROW = 16;

    final InteractionMatrix matrix;
    final float[][] factors;
    final float[] penalty;
    /** Where each piece begins; the last entry is the number of rows. */
    private final int[] pieces;

    Side(InteractionMatrix matrix, IalsSettings settings) {
        this.matrix = matrix;
        this.factors = new float[matrix.rows()][settings.factors()];
        this.penalty = new float[matrix.rows()];
        for (int row = 0; row < penalty.length; row++) {
            penalty[row] = settings.penalty(matrix.rowLength(row), matrix.items());
        }
        this.pieces = cut(matrix);
    }

    /** Works on contiguous rows, about the same number of interactions in each piece. */
    void run(Tiles tiles, Piece work) {
        tiles.run(pieces.length - 1, piece -> work.rows(pieces[piece], pieces[piece + 1]));
    }

    /** Some rows. */
    @FunctionalInterface
    interface Piece {
        void rows(int from, int to);
    }

    int longestRow(int from, int to) {
        int longest = 0;
        for (int row = from; row < to; row++) {
            longest = Math.max(longest, matrix.rowLength(row));
        }
        return longest;
    }

    private static int[] cut(InteractionMatrix matrix) {
        long total = matrix.size() + (long) ROW * matrix.rows();
        long target = Math.max(SMALLEST_PIECE, total / PIECES);
        int[] starts = new int[matrix.rows() + 1];
        int count = 0;
        long cost = target;
        for (int row = 0; row < matrix.rows(); row++) {
            if (cost >= target) {
                starts[count++] = row;
                cost = 0;
            }
            cost += matrix.rowLength(row) + ROW;
        }
        starts[count] = matrix.rows();
        return Arrays.copyOf(starts, count + 1);
    }
}
