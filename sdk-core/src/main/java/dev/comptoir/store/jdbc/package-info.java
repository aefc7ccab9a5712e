/** Stores in databases: one SQLite file per business by default, or all businesses in one PostgreSQL database. */
@NullMarked
package dev.comptoir.store.jdbc;

import org.jspecify.annotations.NullMarked;
