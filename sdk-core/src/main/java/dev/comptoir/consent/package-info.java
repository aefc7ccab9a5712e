/** What customers allowed, and how long what is known of them may be kept. */
@NullMarked
package dev.comptoir.consent;

import org.jspecify.annotations.NullMarked;
