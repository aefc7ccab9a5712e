package dev.comptoir.assist.intent;

/**
 * A text as few features of many.
 *
 * @param features ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives inside one view.
record SparseRow(int[] features, float[] values) {}
