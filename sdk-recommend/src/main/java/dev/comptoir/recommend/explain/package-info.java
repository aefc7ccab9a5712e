/** Reasons in the words of the shop, in French and English. */
@NullMarked
package dev.comptoir.recommend.explain;

import org.jspecify.annotations.NullMarked;
