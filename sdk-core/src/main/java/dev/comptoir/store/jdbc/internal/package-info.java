/** How SQLite's native library comes into the process. */
@NullMarked
package dev.comptoir.store.jdbc.internal;

import org.jspecify.annotations.NullMarked;
