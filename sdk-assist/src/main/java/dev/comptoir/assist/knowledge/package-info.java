/** The merchant's questions and answers, read from files and from the catalogue, with their versions and what is wrong with them. */
@NullMarked
package dev.comptoir.assist.knowledge;

import org.jspecify.annotations.NullMarked;
