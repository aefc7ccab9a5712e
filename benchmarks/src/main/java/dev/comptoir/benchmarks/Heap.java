package dev.comptoir.benchmarks;

/** The Java heap in use; what is outside of it, as SQLite's page cache, is not seen. */
final class Heap {
    private Heap() {}

    /** Bytes after collection. */
    static long used() {
        Runtime runtime = Runtime.getRuntime();
        // Twice: cleaners of the first round let go what the second collects.
        runtime.gc();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
