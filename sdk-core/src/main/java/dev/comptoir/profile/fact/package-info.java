/** The values of a profile as typed facts under stable names, for rules and tables that do not know each value by itself. */
@NullMarked
package dev.comptoir.profile.fact;

import org.jspecify.annotations.NullMarked;
