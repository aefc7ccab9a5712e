/** The renewal process behind the next purchase and churn, its fit and its check on the past. */
@NullMarked
package dev.comptoir.value.next.internal;

import org.jspecify.annotations.NullMarked;
