package dev.comptoir.recommend.model.ials;

import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;

/** F'F of a table of vectors F, summed in fixed blocks of rows, so that threads do not show. Stateless. */
final class Gram {
    private static final int BLOCKS = 64;
    private static final int SMALLEST_BLOCK = 1024;
    /** Rows whose products are summed in single precision; the sums of these are summed in double. */
    private static final int PANEL = 128;

    private Gram() {}

    /** The full symmetric matrix. */
    static double[][] of(float[][] rows, int factors, Tiles tiles) {
        int size = Math.max(SMALLEST_BLOCK, (rows.length + BLOCKS - 1) / BLOCKS);
        int count = (rows.length + size - 1) / size;
        double[][][] sums = new double[count][][];
        tiles.run(
                count,
                block -> sums[block] = block(rows, block * size, Math.min(rows.length, (block + 1) * size), factors));
        double[][] total = new double[factors][factors];
        for (double[][] sum : sums) {
            for (int i = 0; i < factors; i++) {
                for (int j = i; j < factors; j++) {
                    total[i][j] += sum[i][j];
                }
            }
        }
        for (int i = 0; i < factors; i++) {
            for (int j = 0; j < i; j++) {
                total[i][j] = total[j][i];
            }
        }
        return total;
    }

    private static double[][] block(float[][] rows, int from, int to, int factors) {
        float[][] panel = new float[PANEL][];
        float[][] partial = new float[factors][factors];
        double[][] sum = new double[factors][factors];
        for (int start = from; start < to; start += PANEL) {
            int count = Math.min(PANEL, to - start);
            System.arraycopy(rows, start, panel, 0, count);
            Loops.addSquares(partial, panel, count);
            for (int i = 0; i < factors; i++) {
                float[] row = partial[i];
                double[] into = sum[i];
                for (int j = i; j < factors; j++) {
                    into[j] += row[j];
                }
                Arrays.fill(row, 0);
            }
        }
        return sum;
    }
}
