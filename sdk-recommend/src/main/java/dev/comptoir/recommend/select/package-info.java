/** Which models, blended how, suit a business: measured on its own past. */
@NullMarked
package dev.comptoir.recommend.select;

import org.jspecify.annotations.NullMarked;
