package dev.comptoir.assist.intent;

/** The few highest of many values, highest first; of equal ones the first offered. Not thread-safe. */
final class Top {
    private final float[] values;
    private final int[] indexes;
    private int size;

    Top(int capacity) {
        this.values = new float[capacity];
        this.indexes = new int[capacity];
    }

    void clear() {
        size = 0;
    }

    void offer(float value, int index) {
        int place = size;
        if (size == values.length) {
            if (size == 0 || !(value > values[size - 1])) {
                return;
            }
            place = size - 1;
        } else {
            size++;
        }
        while (place > 0 && values[place - 1] < value) {
            values[place] = values[place - 1];
            indexes[place] = indexes[place - 1];
            place--;
        }
        values[place] = value;
        indexes[place] = index;
    }

    int size() {
        return size;
    }

    float value(int place) {
        return values[place];
    }

    int index(int place) {
        return indexes[place];
    }

    /** The mean of the highest so many; 0 where there are none. */
    double mean(int most) {
        int n = Math.min(most, size);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
        }
        return n == 0 ? 0 : sum / n;
    }
}
