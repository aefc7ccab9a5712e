/** Learns questions and answers from the replies that the staff sends, and how good the drafts were. */
@NullMarked
package dev.comptoir.assist.learn;

import org.jspecify.annotations.NullMarked;
