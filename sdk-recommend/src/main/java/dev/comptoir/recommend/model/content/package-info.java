/** Items by what they are: for those that nobody has bought yet. */
@NullMarked
package dev.comptoir.recommend.model.content;

import org.jspecify.annotations.NullMarked;
