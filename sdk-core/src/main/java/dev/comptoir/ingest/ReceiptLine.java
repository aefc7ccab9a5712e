package dev.comptoir.ingest;

import dev.comptoir.CustomerId;
import dev.comptoir.event.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One good line of a table.
 *
 * @param number its place in the file
 * @param receipt what it shares with the other lines of its receipt
 * @param returned whether it was brought back or cancelled
 */
record ReceiptLine(
        long number, String receipt, Instant at, @Nullable CustomerId customer, Line line, boolean returned) {}
