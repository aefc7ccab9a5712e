/** A made-up French bakery: two years of till receipts from a seeded generator, its questions and answers, its inbox. */
@NullMarked
package dev.comptoir.examples.bakery;

import org.jspecify.annotations.NullMarked;
