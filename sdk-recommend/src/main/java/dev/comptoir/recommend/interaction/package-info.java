/** The only place where customers become users and products become items: dense indexes and columns of receipts. */
@NullMarked
package dev.comptoir.recommend.interaction;

import org.jspecify.annotations.NullMarked;
