/** Blending scores and choosing the best few in a fixed order. */
@NullMarked
package dev.comptoir.recommend.rank;

import org.jspecify.annotations.NullMarked;
