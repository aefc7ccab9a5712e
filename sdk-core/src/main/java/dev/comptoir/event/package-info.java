/** What happened at a business, kept for good: the events, the log that holds them, and reports on what was left out. */
@NullMarked
package dev.comptoir.event;

import org.jspecify.annotations.NullMarked;
