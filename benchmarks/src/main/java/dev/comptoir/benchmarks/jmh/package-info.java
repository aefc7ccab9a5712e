/** Micro-benchmarks: one hot path each, with its unit in the Javadoc. */
@NullMarked
package dev.comptoir.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
