/** How profiles are folded from events. Not for users. */
@NullMarked
package dev.comptoir.profile.internal;

import org.jspecify.annotations.NullMarked;
