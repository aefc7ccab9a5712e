package dev.comptoir.recommend.select;

/**
 * What models may cost. Immutable.
 *
 * @param denseItems above so many items no model with a full matrix of items is tried; at least 1
 * @param bytes a model that would take more at its peak is not tried, and what is kept while blends are tried is held within
 *     half of it; at least 1 MB
 */
public record Limits(int denseItems, long bytes) {
    private static final int USUAL_ITEMS = 8000;
    private static final long LEAST_BYTES = 1 << 20;

    public Limits {
        if (denseItems < 1) {
            throw new IllegalArgumentException(
                    "The limit of dense items is " + denseItems + ", but must be at least 1.");
        }
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "The limit of bytes is " + bytes + ", but must be at least " + LEAST_BYTES + ".");
        }
    }

    /** 8,000 items, and half of the memory that the JVM may take. */
    public static Limits usual() {
        return new Limits(
                USUAL_ITEMS, Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / 2));
    }
}
