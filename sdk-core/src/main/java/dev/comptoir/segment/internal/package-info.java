/** How rules are compiled and memberships are held. Not for users. */
@NullMarked
package dev.comptoir.segment.internal;

import org.jspecify.annotations.NullMarked;
