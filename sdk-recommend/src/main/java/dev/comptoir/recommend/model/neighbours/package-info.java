/** What stands near to an item because the same users have it: item-kNN and RP3beta. */
@NullMarked
package dev.comptoir.recommend.model.neighbours;

import org.jspecify.annotations.NullMarked;
