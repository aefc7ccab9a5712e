package dev.comptoir.assist.intent;

/** Sparse rows over so many features. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives inside one view.
record SparseBank(SparseRow[] rows, int features) implements Bank<SparseRow> {
    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public SparseRow row(int index) {
        return rows[index];
    }

    @Override
    public Similarity to(SparseRow row) {
        float[] dense = new float[features];
        for (int i = 0; i < row.features().length; i++) {
            dense[row.features()[i]] = row.values()[i];
        }
        return (from, to, cosines) -> {
            for (int r = from; r < to; r++) {
                int[] at = rows[r].features();
                float[] values = rows[r].values();
                float sum = 0;
                for (int i = 0; i < at.length; i++) {
                    sum += values[i] * dense[at[i]];
                }
                cosines[r - from] = sum;
            }
        };
    }
}
