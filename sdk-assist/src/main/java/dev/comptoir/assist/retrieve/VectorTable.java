package dev.comptoir.assist.retrieve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Vectors of one length, compared with another by brute force. Safe for several threads once filled. */
final class VectorTable {
    /*
     * Tiles of TILE vectors lie transposed, so that the inner loop runs over neighbouring floats of one tile and stays in the
     * first cache; four dimensions are added in one pass. Each sum has one fixed order, whatever the machine: plain products
     * and sums, no fused ones.
     */
    private static final int TILE = 256;

    private final int dimension;
    private final List<float[]> tiles = new ArrayList<>();
    private int size;

    VectorTable(int dimension) {
        this.dimension = dimension;
    }

    int dimension() {
        return dimension;
    }

    int size() {
        return size;
    }

    /** The row of the vector added. */
    int add(float[] vector) {
        int at = size % TILE;
        if (at == 0) {
            tiles.add(new float[dimension * TILE]);
        }
        float[] tile = tiles.get(size / TILE);
        for (int d = 0; d < dimension; d++) {
            tile[d * TILE + at] = vector[d];
        }
        return size++;
    }

    float[] row(int row) {
        float[] tile = tiles.get(row / TILE);
        float[] vector = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            vector[d] = tile[d * TILE + row % TILE];
        }
        return vector;
    }

    /** The inner product with every row. */
    float[] products(float[] vector) {
        float[] products = new float[tiles.size() * TILE];
        float[] sums = new float[TILE];
        for (int t = 0; t < tiles.size(); t++) {
            Arrays.fill(sums, 0f);
            addProducts(tiles.get(t), vector, sums);
            System.arraycopy(sums, 0, products, t * TILE, TILE);
        }
        return products;
    }

    private void addProducts(float[] tile, float[] vector, float[] sums) {
        int d = 0;
        for (; d + 4 <= dimension; d += 4) {
            float a = vector[d];
            float b = vector[d + 1];
            float c = vector[d + 2];
            float e = vector[d + 3];
            int at = d * TILE;
            for (int i = 0; i < TILE; i++) {
                sums[i] += a * tile[at + i]
                        + b * tile[at + TILE + i]
                        + c * tile[at + 2 * TILE + i]
                        + e * tile[at + 3 * TILE + i];
            }
        }
        for (; d < dimension; d++) {
            for (int i = 0; i < TILE; i++) {
                sums[i] += vector[d] * tile[d * TILE + i];
            }
        }
    }
}
