/** Checks on text that a language model worded. */
@NullMarked
package dev.comptoir.assist.guard;

import org.jspecify.annotations.NullMarked;
