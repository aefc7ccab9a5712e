/** Rankers that were trained elsewhere. */
@NullMarked
package dev.comptoir.rank;

import org.jspecify.annotations.NullMarked;
