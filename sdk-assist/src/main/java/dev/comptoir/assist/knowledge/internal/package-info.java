/** Reads the files of a knowledge folder, one reader for each format. */
@NullMarked
package dev.comptoir.assist.knowledge.internal;

import org.jspecify.annotations.NullMarked;
