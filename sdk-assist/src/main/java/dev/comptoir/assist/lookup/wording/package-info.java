/** Sentences in French and English: elision, agreement, dates, times and lists. */
@NullMarked
package dev.comptoir.assist.lookup.wording;

import org.jspecify.annotations.NullMarked;
