package dev.comptoir.profile.internal;

import dev.comptoir.catalog.Catalog;
import dev.comptoir.event.EventLog;
import java.time.Clock;

/** Where profiles come from. */
record Source(EventLog events, Catalog catalog, Clock clock) {}
