/** Measures quality and speed by the protocols of the papers; see {@code docs/benchmarks}. */
@NullMarked
package dev.comptoir.benchmarks;

import org.jspecify.annotations.NullMarked;
