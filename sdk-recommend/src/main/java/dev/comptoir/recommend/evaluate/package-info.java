/** Offline evaluation: splits that refuse leakage, metrics named by their variant, and outcomes question by question. */
@NullMarked
package dev.comptoir.recommend.evaluate;

import org.jspecify.annotations.NullMarked;
