/** What the assistant keeps in the business's log, and how it is found there again. */
@NullMarked
package dev.comptoir.assist.journal;

import org.jspecify.annotations.NullMarked;
