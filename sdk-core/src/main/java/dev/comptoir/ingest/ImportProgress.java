package dev.comptoir.ingest;

/**
 * How far an import is. Immutable.
 *
 * @param lines lines read
 * @param bytesRead bytes of the file read; compressed ones where it is compressed
 * @param bytesTotal bytes of the file
 */
public record ImportProgress(long lines, long bytesRead, long bytesTotal) {
    /** The part that is done, 0 to 1. */
    public double fraction() {
        return bytesTotal == 0 ? 1 : Math.min(1, (double) bytesRead / bytesTotal);
    }
}
