/** EASE for catalogues too large for a dense matrix: each item's weights from its own neighbourhood. */
@NullMarked
package dev.comptoir.recommend.model.sparse;

import org.jspecify.annotations.NullMarked;
