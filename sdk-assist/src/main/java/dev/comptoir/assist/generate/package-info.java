/** Writes the text of a reply from the entries it rests on. */
@NullMarked
package dev.comptoir.assist.generate;

import org.jspecify.annotations.NullMarked;
