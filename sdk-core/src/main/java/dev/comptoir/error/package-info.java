/** What can go wrong, with codes that stay stable: one unchecked root, few subclasses. */
@NullMarked
package dev.comptoir.error;

import org.jspecify.annotations.NullMarked;
