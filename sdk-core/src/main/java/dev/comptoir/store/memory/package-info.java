/** A store that forgets everything when it is closed, for tests and trials. */
@NullMarked
package dev.comptoir.store.memory;

import org.jspecify.annotations.NullMarked;
