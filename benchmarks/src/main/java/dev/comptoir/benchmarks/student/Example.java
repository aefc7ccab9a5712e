package dev.comptoir.benchmarks.student;

/** One text to learn: its words and pairs of words by number, what it should become, and how much it counts. */
@SuppressWarnings("ArrayRecordComponent") // inner data of one training, never compared
record Example(int[] words, int[] pairs, float[] target, float weight, Source source) {}
