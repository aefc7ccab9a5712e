/** How personal data is sealed at rest: keys, look-ups by keyed hashes, and the chain of the audit log. Not for users. */
@NullMarked
package dev.comptoir.crypto.internal;

import org.jspecify.annotations.NullMarked;
