/** Sentences in French and English: elision, agreement, dates, times and lists. */
@NullMarked
package dev.comptoir.assist.wording;

import org.jspecify.annotations.NullMarked;
