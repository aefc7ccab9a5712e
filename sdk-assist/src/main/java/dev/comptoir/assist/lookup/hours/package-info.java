/** When a business is open: its week, its exceptional days, French public holidays, and the questions about them. */
@NullMarked
package dev.comptoir.assist.lookup.hours;

import org.jspecify.annotations.NullMarked;
