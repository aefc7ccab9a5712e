/** What customers with similar baskets buy: UP-CF and TIFU-KNN. */
@NullMarked
package dev.comptoir.recommend.model.basket;

import org.jspecify.annotations.NullMarked;
