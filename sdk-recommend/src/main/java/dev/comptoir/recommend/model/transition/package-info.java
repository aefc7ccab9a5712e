/** What comes into the next basket after what was bought before. */
@NullMarked
package dev.comptoir.recommend.model.transition;

import org.jspecify.annotations.NullMarked;
