/** Consent and retention folded from the event log. */
@NullMarked
package dev.comptoir.consent.internal;

import org.jspecify.annotations.NullMarked;
