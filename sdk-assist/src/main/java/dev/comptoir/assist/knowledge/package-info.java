/** The merchant's questions and answers, read from a folder of Markdown, text and JSON lines. */
@NullMarked
package dev.comptoir.assist.knowledge;

import org.jspecify.annotations.NullMarked;
