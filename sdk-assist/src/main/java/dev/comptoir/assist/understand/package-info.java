/** What a message says: its newest words, its language, its questions, and whether it needs a human. */
@NullMarked
package dev.comptoir.assist.understand;

import org.jspecify.annotations.NullMarked;
