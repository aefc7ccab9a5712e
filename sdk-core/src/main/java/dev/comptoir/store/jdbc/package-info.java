/** The default store: one SQLite file per business. */
@NullMarked
package dev.comptoir.store.jdbc;

import org.jspecify.annotations.NullMarked;
