package dev.comptoir.segment.learned;

import dev.comptoir.CustomerId;
import java.util.List;
import java.util.Locale;

/**
 * A group of alike customers. Immutable.
 *
 * @param number 1 for the largest group, then on by size
 * @param customers how many belong to it
 * @param share of all customers looked at, above 0, at most 1
 * @param stability mean Jaccard similarity with the most alike group in bootstrap samples, 0 to 1; shown from .6 on
 * @param examples first the customer in the middle (the medoid), then those nearest, at most {@value #MAX_EXAMPLES}
 * @param features how it differs, in the order of {@link LearnOptions#features}
 */
public record LearnedSegment(
        int number,
        int customers,
        double share,
        double stability,
        List<CustomerId> examples,
        List<FeatureSummary> features) {
    /** So many examples are named. */
    public static final int MAX_EXAMPLES = 5;

    public LearnedSegment {
        examples = List.copyOf(examples);
        features = List.copyOf(features);
    }

    /** The customer in the middle, of whom the group is an image. */
    public CustomerId medoid() {
        return examples.get(0);
    }

    /** What distinguishes the group, for example "buys often, small baskets": French for a French locale, otherwise English. */
    public String description(Locale locale) {
        return LearnedTexts.of(locale).description(this);
    }
}
