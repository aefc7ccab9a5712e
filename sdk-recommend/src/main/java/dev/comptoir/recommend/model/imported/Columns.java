package dev.comptoir.recommend.model.imported;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.recommend.model.Algorithm;
import java.util.ArrayList;
import java.util.List;

/** Which feature each column of a ranker is. Immutable. */
final class Columns {
    private static final Feature[] FEATURES = Feature.values();

    /** For each column the ordinal of a feature, or their number plus that of a source. */
    private final int[] meaning;

    private Columns(int[] meaning) {
        this.meaning = meaning;
    }

    /** All names that can be asked for. */
    static List<String> names(List<Algorithm> sources) {
        List<String> names = new ArrayList<>();
        for (Feature feature : FEATURES) {
            names.add(feature.title());
        }
        for (Algorithm source : sources) {
            names.add("score_" + source.name().replace('-', '_'));
        }
        return names;
    }

    static Columns of(List<String> asked, List<Algorithm> sources) {
        List<String> known = names(sources);
        if (known.stream().distinct().count() < known.size()) {
            throw new IllegalArgumentException("Two of the models have the same name: " + known + ".");
        }
        int[] meaning = new int[asked.size()];
        for (int column = 0; column < meaning.length; column++) {
            meaning[column] = known.indexOf(asked.get(column));
            if (meaning[column] < 0) {
                throw new ModelException(
                        ErrorCode.MODEL_UNSUPPORTED,
                        "The ranker asks for the feature \"" + asked.get(column) + "\", but there are only " + known
                                + ". Maybe a model is missing?");
            }
        }
        return new Columns(meaning);
    }

    int size() {
        return meaning.length;
    }

    /** Whether a column is the score of a model. */
    boolean isScore(int column) {
        return meaning[column] >= FEATURES.length;
    }

    /** Which model's score a column is. */
    int source(int column) {
        return meaning[column] - FEATURES.length;
    }

    /** Which feature a column is that is no score. */
    Feature feature(int column) {
        return FEATURES[meaning[column]];
    }

    /** What a column holds where nothing is known. */
    float unknown(int column) {
        return isScore(column) ? 0 : feature(column).unknown();
    }
}
