package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lines of French, English, German, emoji, control characters and mixed scripts, each through one of three models: 9,000, or
 * 100,000 with {@code -Dcomptoir.long=true}.
 */
class ReferenceLinesTest {
    private static final int LINES = Boolean.getBoolean("comptoir.long") ? 100_000 : 9_000;

    @TempDir
    Path folder;

    @Test
    void givesTheReferencesIdsForWordPieces() throws IOException {
        compare(ReferenceTokenizer.miniLm(), 71);
    }

    @Test
    void givesTheReferencesIdsForUnigrams() throws IOException {
        ObjectNode model = TinyVocabularies.unigram(72, 2000, true);
        String normalizer = TinyFiles.precompiled(TinyCharsmap.base64(TinyCharsmap.compatibility()));
        compare(TinyFiles.file(model, normalizer, TinyFiles.metaspace("always", true), TinyFiles.template()), 72);
    }

    @Test
    void givesTheReferencesIdsForPairsOfBytes() throws IOException {
        ObjectNode model = TinyVocabularies.byteLevelBpe(73, 300);
        compare(TinyFiles.file(model, "", TinyFiles.byteLevel(true, true), ""), 73);
    }

    private void compare(ObjectNode file, long seed) throws IOException {
        try (ReferenceTokenizer pair = ReferenceTokenizer.of(folder, 128, file)) {
            new TextLines(seed).take(LINES / 3 + 1).forEach(pair::assertSameTokens);
        }
    }
}
