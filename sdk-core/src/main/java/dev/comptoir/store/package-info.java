/** Where a business keeps its events and products: the interfaces, a SQLite file each, a PostgreSQL database, or memory. */
@NullMarked
package dev.comptoir.store;

import org.jspecify.annotations.NullMarked;
