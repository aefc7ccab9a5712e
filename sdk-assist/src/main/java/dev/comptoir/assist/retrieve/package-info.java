/** Finds the entries that speak about a question: BM25 and embeddings, fused. */
@NullMarked
package dev.comptoir.assist.retrieve;

import org.jspecify.annotations.NullMarked;
