package dev.comptoir.recommend.model.basket;

import dev.comptoir.recommend.interaction.History;
import java.util.Arrays;

/** Distinct ascending items with a value each. */
@SuppressWarnings("ArrayRecordComponent") // package-private carrier, made once and only read
record SparseVector(int[] items, float[] values) {
    /**
     * Sums of basket weights per item, times the item's own weight. Items beyond those weighed and sums of 0 are left out.
     *
     * @param perBasket of each basket
     * @param perItem of each item
     */
    static SparseVector of(History history, float[] perBasket, float[] perItem) {
        float[] sums = new float[history.distinct()];
        for (int basket = 0; basket < perBasket.length; basket++) {
            for (int k = 0; perBasket[basket] != 0 && k < history.basketSize(basket); k++) {
                sums[history.find(history.item(basket, k))] += perBasket[basket];
            }
        }
        int[] items = new int[sums.length];
        int size = 0;
        for (int k = 0; k < sums.length && history.item(k) < perItem.length; k++) {
            float value = sums[k] * perItem[history.item(k)];
            if (value != 0) {
                items[size] = history.item(k);
                sums[size++] = value;
            }
        }
        return new SparseVector(Arrays.copyOf(items, size), Arrays.copyOf(sums, size));
    }

    /** The same items with a value of 1 each, times the item's own weight. */
    SparseVector binary(float[] perItem) {
        float[] ones = new float[items.length];
        for (int k = 0; k < ones.length; k++) {
            ones[k] = perItem[items[k]];
        }
        return new SparseVector(items, ones);
    }

    int size() {
        return items.length;
    }

    double squaredNorm() {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    float get(int item) {
        int at = Arrays.binarySearch(items, item);
        return at < 0 ? 0 : values[at];
    }
}
