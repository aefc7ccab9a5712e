/** The first screen, one small program per scene, and the guided tour that joins them. */
@NullMarked
package dev.comptoir.examples;

import org.jspecify.annotations.NullMarked;
