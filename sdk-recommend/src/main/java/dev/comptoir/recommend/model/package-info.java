/** What every model can do: learn from histories, score all items for one history, and say where a score comes from. */
@NullMarked
package dev.comptoir.recommend.model;

import org.jspecify.annotations.NullMarked;
