package dev.comptoir.recommend.model.basket;

import java.util.Arrays;

/** Sparse vectors one after the other. Immutable. */
final class SparseRows {
    private final int[] start;
    private final int[] column;
    private final float[] value;

    private SparseRows(int[] start, int[] column, float[] value) {
        this.start = start;
        this.column = column;
        this.value = value;
    }

    static SparseRows of(SparseVector[] rows) {
        int[] start = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            start[row + 1] = Math.addExact(start[row], rows[row].size());
        }
        int[] column = new int[start[rows.length]];
        float[] value = new float[start[rows.length]];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row].items(), 0, column, start[row], rows[row].size());
            System.arraycopy(rows[row].values(), 0, value, start[row], rows[row].size());
        }
        return new SparseRows(start, column, value);
    }

    /** The inverted lists: for each column the rows that hold it, ascending. */
    SparseRows transposed(int columns) {
        int[] begin = new int[columns + 1];
        for (int c : column) {
            begin[c + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            begin[c + 1] += begin[c];
        }
        int[] fill = Arrays.copyOf(begin, columns);
        int[] rowOf = new int[column.length];
        float[] held = new float[column.length];
        for (int row = 0; row + 1 < start.length; row++) {
            for (int at = start[row]; at < start[row + 1]; at++) {
                int to = fill[column[at]]++;
                rowOf[to] = row;
                held[to] = value[at];
            }
        }
        return new SparseRows(begin, rowOf, held);
    }

    int rows() {
        return start.length - 1;
    }

    /**
     * Adds {@code factor} times a row to sums; names columns whose sum was 0 before.
     *
     * @param touched receives their numbers from {@code size} on
     * @return the new size
     */
    int addTo(float[] sums, int row, float factor, int[] touched, int size) {
        int count = size;
        for (int at = start[row]; at < start[row + 1]; at++) {
            int c = column[at];
            if (sums[c] == 0) {
                touched[count++] = c;
            }
            sums[c] += factor * value[at];
        }
        return count;
    }

    /** Adds {@code factor} times a row to sums. */
    void addTo(float[] sums, int row, float factor) {
        for (int at = start[row]; at < start[row + 1]; at++) {
            sums[column[at]] += factor * value[at];
        }
    }

    float get(int row, int wanted) {
        int at = Arrays.binarySearch(column, start[row], start[row + 1], wanted);
        return at < 0 ? 0 : value[at];
    }
}
