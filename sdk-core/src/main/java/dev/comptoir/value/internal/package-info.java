/** The numerics under customer value: special functions, maximisation, seeded draws. */
@NullMarked
package dev.comptoir.value.internal;

import org.jspecify.annotations.NullMarked;
