/** The key that protects personal data at rest. */
@NullMarked
package dev.comptoir.crypto;

import org.jspecify.annotations.NullMarked;
