/** What a customer is worth and when they come back, as the published models put it. */
@NullMarked
package dev.comptoir.value;

import org.jspecify.annotations.NullMarked;
