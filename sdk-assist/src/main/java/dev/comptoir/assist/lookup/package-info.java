/** What is looked up at the moment of the question: opening hours, stock, the state of an order. Reads, never changes. */
@NullMarked
package dev.comptoir.assist.lookup;

import org.jspecify.annotations.NullMarked;
