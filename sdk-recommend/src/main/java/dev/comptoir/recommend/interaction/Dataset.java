package dev.comptoir.recommend.interaction;

/**
 * What a model learns from. Immutable and thread-safe.
 *
 * @param histories what everybody did
 * @param features what is known of the same items
 */
public record Dataset(Histories histories, ItemFeatures features) {
    public Dataset {
        if (histories.items() != features.items()) {
            throw new IllegalArgumentException("The histories have " + histories.items() + " items and the features "
                    + features.items() + ", but they must be the same.");
        }
    }

    /** Histories of items of which nothing else is known. */
    public static Dataset of(Histories histories) {
        return new Dataset(histories, ItemFeatures.none(histories.items()));
    }

    public int items() {
        return histories.items();
    }
}
