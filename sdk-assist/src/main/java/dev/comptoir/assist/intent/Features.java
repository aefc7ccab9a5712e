package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.Language;
import org.jspecify.annotations.Nullable;

/**
 * A text as the views see it.
 *
 * @param text itself, cleaned
 * @param language null where it is not known
 * @param words what is counted of it
 * @param vectors of length 1, one a model; empty where the models failed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the vectors are not written to.
record Features(String text, @Nullable Language language, WordCounts words, float[][] vectors) {}
