/** Decides between answer, draft and hand-over, and says why. */
@NullMarked
package dev.comptoir.assist.route;

import org.jspecify.annotations.NullMarked;
