/** Customers and products as vectors, learnt from who has what: implicit alternating least squares. */
@NullMarked
package dev.comptoir.recommend.model.ials;

import org.jspecify.annotations.NullMarked;
