package dev.comptoir.ingest;

import dev.comptoir.event.AppendReport;

/**
 * What a table held, and what became of it. Counts without "accepted" are of all lines as read. Immutable.
 *
 * @param appended events stored and already there; lines rejected, each named
 * @param lines lines read, without the header
 * @param acceptedLines lines that are part of an event now
 * @param receipts different receipts
 * @param customers different customers
 * @param products different products
 * @param linesWithoutCustomer lines of sales to nobody known
 * @param cancelledLines lines of cancelled receipts
 * @param returnedLines lines with a negative quantity, those of cancelled receipts included
 * @param newProducts products that the catalogue lacked and has now
 */
public record ImportReport(
        AppendReport appended,
        long lines,
        long acceptedLines,
        long receipts,
        long customers,
        long products,
        long linesWithoutCustomer,
        long cancelledLines,
        long returnedLines,
        long newProducts) {
    /** One line for a log: counts only, no content. */
    @Override
    public String toString() {
        return lines + " lines of " + receipts + " receipts, " + customers + " customers and " + products
                + " products: " + appended;
    }
}
