/** How well purchase models foretell, beside guesses that need no model. */
@NullMarked
package dev.comptoir.value.evaluate;

import org.jspecify.annotations.NullMarked;
