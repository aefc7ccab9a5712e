/** Rankers that were trained elsewhere, over the scores of our own models. */
@NullMarked
package dev.comptoir.recommend.model.imported;

import org.jspecify.annotations.NullMarked;
