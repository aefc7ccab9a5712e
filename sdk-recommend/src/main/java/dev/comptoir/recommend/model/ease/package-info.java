/** What is bought by the same customers: the linear item-item model EASE in closed form. */
@NullMarked
package dev.comptoir.recommend.model.ease;

import org.jspecify.annotations.NullMarked;
