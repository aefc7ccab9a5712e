package dev.comptoir.catalog;

/** Whether a product may be offered. */
public enum Stock {
    /** There, or made on demand. */
    AVAILABLE,
    /** Out for now; comes back. */
    OUT_OF_STOCK,
    /** No longer sold; kept for its history. */
    WITHDRAWN
}
