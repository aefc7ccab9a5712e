/** When a customer buys again: intervals between purchases, shrunken from customer to category to business. */
@NullMarked
package dev.comptoir.value.next;

import org.jspecify.annotations.NullMarked;
