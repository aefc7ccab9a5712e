package dev.comptoir.onnx.tokenize;

import java.util.List;

/** Rewrites a passage before it is cut. Implementations are immutable. */
@FunctionalInterface
interface TextNormalizer {
    Passage normalize(Passage passage);

    /** One after the other. */
    static TextNormalizer sequence(List<TextNormalizer> parts) {
        List<TextNormalizer> all = List.copyOf(parts);
        return passage -> {
            Passage now = passage;
            for (TextNormalizer part : all) {
                now = part.normalize(now);
            }
            return now;
        };
    }
}
