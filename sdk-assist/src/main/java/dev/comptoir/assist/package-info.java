/** Replies to customers from the merchant's own knowledge: answered, drafted for the staff, or handed over. */
@NullMarked
package dev.comptoir.assist;

import org.jspecify.annotations.NullMarked;
