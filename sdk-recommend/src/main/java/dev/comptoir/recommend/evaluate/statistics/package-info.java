/** How sure a figure is, and whether one model is better than another: resampling of customers, not of questions. */
@NullMarked
package dev.comptoir.recommend.evaluate.statistics;

import org.jspecify.annotations.NullMarked;
