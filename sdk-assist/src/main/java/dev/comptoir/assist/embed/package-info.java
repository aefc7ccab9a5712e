/** The embedded bilingual sentence embedder: French and English texts as vectors, in plain Java. */
@NullMarked
package dev.comptoir.assist.embed;

import org.jspecify.annotations.NullMarked;
