package dev.comptoir.recommend.model.basket;

/**
 * The rows at the smallest Euclidean distance, with or without a common item, all with the same weight in a mean.
 *
 * @param inverted the rows of each item
 * @param squaredNorms |x_v|^2
 * @param share what the mean of the neighbours is multiplied with
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, made once and only read
record NearestByDistance(SparseRows inverted, float[] squaredNorms, int neighbors, double share) implements Neighbours {

    static NearestByDistance of(SparseVector[] rows, int items, int neighbors, double share) {
        float[] norms = new float[rows.length];
        for (int row = 0; row < norms.length; row++) {
            norms[row] = (float) rows[row].squaredNorm();
        }
        return new NearestByDistance(SparseRows.of(rows).transposed(items), norms, neighbors, share);
    }

    @Override
    public int choose(SparseVector vector, int self, int[] numbers, float[] factors) {
        // |x_u - x_v|^2 = |x_u|^2 - (2 x_u.x_v - |x_v|^2): the nearest have the largest bracket.
        for (int k = 0; k < vector.size(); k++) {
            inverted.addTo(factors, vector.items()[k], 2 * vector.values()[k]);
        }
        int size = 0;
        for (int row = 0; row < squaredNorms.length; row++) {
            factors[row] -= squaredNorms[row];
            if (row != self && squaredNorms[row] > 0) {
                numbers[size++] = row;
            }
        }
        int chosen = Largest.choose(factors, numbers, size, neighbors);
        for (int at = 0; at < chosen; at++) {
            factors[numbers[at]] = (float) (share / chosen);
        }
        return chosen;
    }
}
