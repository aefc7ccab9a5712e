/** Offline evaluation: splits, metrics named by their variant, and reports with standard errors. */
@NullMarked
package dev.comptoir.recommend.evaluate;

import org.jspecify.annotations.NullMarked;
