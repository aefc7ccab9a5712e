package dev.comptoir.recommend.model.basket;

/**
 * The most similar rows that share an item: x_u.x_v / ((|x_u|^2)^a (|x_v|^2)^(1-a) + shrink), to the power of q.
 *
 * @param inverted the rows of each item
 * @param rowNorms (|x_v|^2)^(1-a)
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, made once and only read
record AsymmetricCosine(
        SparseRows inverted, float[] rowNorms, double asymmetry, double exponent, int neighbors, double shrink)
        implements Neighbours {
    /** The similarity has no upper bound for an asymmetry other than one half, and large exponents would overflow. */
    private static final double MOST = 1e15;

    static AsymmetricCosine of(
            SparseVector[] rows, int items, double asymmetry, double exponent, int neighbors, double shrink) {
        float[] norms = new float[rows.length];
        for (int row = 0; row < norms.length; row++) {
            norms[row] = (float) Math.pow(rows[row].squaredNorm(), 1 - asymmetry);
        }
        return new AsymmetricCosine(
                SparseRows.of(rows).transposed(items), norms, asymmetry, exponent, neighbors, shrink);
    }

    @Override
    public int choose(SparseVector vector, int self, int[] numbers, float[] factors) {
        int size = 0;
        for (int k = 0; k < vector.size(); k++) {
            size = inverted.addTo(factors, vector.items()[k], vector.values()[k], numbers, size);
        }
        double norm = Math.pow(vector.squaredNorm(), asymmetry);
        int kept = 0;
        for (int at = 0; at < size; at++) {
            int row = numbers[at];
            factors[row] = (float) (factors[row] / (norm * rowNorms[row] + shrink));
            if (row != self) {
                numbers[kept++] = row;
            }
        }
        int chosen = Largest.choose(factors, numbers, kept, neighbors);
        for (int at = 0; at < chosen; at++) {
            float similarity = factors[numbers[at]];
            double power = exponent == 2 ? similarity * similarity : Math.pow(similarity, exponent);
            factors[numbers[at]] = (float) Math.min(MOST, power);
        }
        return chosen;
    }
}
