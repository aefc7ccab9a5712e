/** Ways to divide a data set into training, validation and test: each a published protocol, without a choice left open. */
@NullMarked
package dev.comptoir.recommend.evaluate.protocol;

import org.jspecify.annotations.NullMarked;
