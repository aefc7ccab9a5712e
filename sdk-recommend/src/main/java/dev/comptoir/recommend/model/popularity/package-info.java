/** What sells here, with newer sales counting more. */
@NullMarked
package dev.comptoir.recommend.model.popularity;

import org.jspecify.annotations.NullMarked;
