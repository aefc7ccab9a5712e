package dev.comptoir.segment.internal;

import dev.comptoir.segment.internal.RowLayout.Row;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of all customers, column by column, and the day that ages are counted to. Not thread-safe. */
final class ColumnStore {
    final double[][] numbers;
    final int[][] @Nullable [] sets;
    long today;

    ColumnStore(RowLayout layout) {
        numbers = new double[layout.numbers()][0];
        sets = new int[layout.sets()][0][];
    }

    void grow(int capacity) {
        for (int i = 0; i < numbers.length; i++) {
            int old = numbers[i].length;
            numbers[i] = Arrays.copyOf(numbers[i], capacity);
            Arrays.fill(numbers[i], old, capacity, Double.NaN);
        }
        for (int i = 0; i < sets.length; i++) {
            sets[i] = Arrays.copyOf(sets[i], capacity);
        }
    }

    void write(int customer, Row row) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i][customer] = row.numbers()[i];
        }
        for (int i = 0; i < sets.length; i++) {
            sets[i][customer] = row.sets()[i];
        }
    }

    void clear(int customer) {
        for (double[] column : numbers) {
            column[customer] = Double.NaN;
        }
        for (int[][] column : sets) {
            column[customer] = null;
        }
    }
}
