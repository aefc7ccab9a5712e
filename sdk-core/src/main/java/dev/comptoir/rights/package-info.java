/** What is kept of one customer, to hand over to them. */
@NullMarked
package dev.comptoir.rights;

import org.jspecify.annotations.NullMarked;
