package dev.comptoir.assist.intent;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Deals examples and intents into parts. */
final class Folds {
    private Folds() {}

    /** A part for each example, those of one intent spread evenly; -1 for the only example of an intent, which is never left out. */
    static int[] ofExamples(int[] labels, int classes, int parts, SplittableRandom random) {
        int[] order = shuffled(labels.length, random);
        int[] sizes = new int[classes];
        for (int label : labels) {
            sizes[label]++;
        }
        int[] next = new int[classes];
        for (int k = 0; k < classes; k++) {
            next[k] = random.nextInt(parts);
        }
        int[] folds = new int[labels.length];
        for (int i : order) {
            int k = labels[i];
            folds[i] = sizes[k] == 1 ? -1 : next[k]++ % parts;
        }
        return folds;
    }

    /** A part for each intent, all parts of nearly the same size. */
    static int[] ofIntents(int classes, int parts, SplittableRandom random) {
        int[] order = shuffled(classes, random);
        int[] folds = new int[classes];
        for (int i = 0; i < classes; i++) {
            folds[order[i]] = i % parts;
        }
        return folds;
    }

    /** At most so many examples of each intent, in their order. */
    static int[] sample(int[] labels, int classes, int most, SplittableRandom random) {
        int[] taken = new int[classes];
        boolean[] keep = new boolean[labels.length];
        for (int i : shuffled(labels.length, random)) {
            keep[i] = taken[labels[i]]++ < most;
        }
        int[] sample = new int[labels.length];
        int size = 0;
        for (int i = 0; i < keep.length; i++) {
            if (keep[i]) {
                sample[size++] = i;
            }
        }
        return Arrays.copyOf(sample, size);
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
