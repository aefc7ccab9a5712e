package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same ids as the Hugging Face tokenizer, on anything. */
class ReferenceTokenizerTest {
    private static final int LINES = 3000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 20240607})
    void givesTheReferencesIdsOnGeneratedLines(long seed) throws IOException {
        compare(seed, LINES, 512, file -> {});
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 16, 33})
    void cutsLongLinesWhereTheReferenceDoes(int maxTokens) throws IOException {
        compare(maxTokens, 400, maxTokens, file -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "true,true,false,false",
        "true,true,false,true",
        "true,true,true,false",
        "true,false,,true",
        "false,true,true,true",
        "false,false,false,false",
    })
    void followsEachFlagOfTheNormalizer(boolean clean, boolean chinese, Boolean accents, boolean lowercase)
            throws IOException {
        compare(7, 800, 512, file -> flags(file, clean, chinese, accents, lowercase));
    }

    @Test
    void givesTheReferencesIdsForEveryCharacter() throws IOException {
        try (ReferenceTokenizer pair = ReferenceTokenizer.changed(folder, 4096, file -> {})) {
            everyCharacter(pair);
        }
    }

    @Test
    void givesTheReferencesIdsForEveryCharacterWithoutNormalizer() throws IOException {
        try (ReferenceTokenizer pair =
                ReferenceTokenizer.changed(folder, 4096, file -> flags(file, false, false, false, false))) {
            everyCharacter(pair);
        }
    }

    @Test
    void findsAddedTokensAsTheReferenceDoes() throws IOException {
        Consumer<ObjectNode> change = file -> {
            add(file, 30522, "bonjour", true, false, false, false);
            add(file, 30523, "œuf", false, true, true, false);
            add(file, 30524, "ETE", false, false, false, true);
            add(file, 30525, "etes", true, true, false, true);
            add(file, 30526, "[MASK]]", false, false, true, false);
            add(file, 1996, "the", false, true, false, false);
        };
        compare(11, LINES, 512, change);
        try (ReferenceTokenizer pair = ReferenceTokenizer.changed(folder, 64, change)) {
            for (String text : new String[] {
                "bonjour",
                "xbonjour",
                "bonjourx",
                "é bonjour_",
                " bonjour ",
                "bonjourbonjour",
                "ÉTÉ",
                "été",
                "l'été",
                "eteetes",
                "Êtes-vous",
                " \u3000 œuf \t œuf",
                "[MASK]]]",
                "[MASK] ]",
                "the the  thethe",
                "\u0301bonjour",
                "bonjour\u0301"
            }) {
                pair.assertSameTokens(text);
            }
        }
    }

    @Test
    void treatsHugeTextsAsTheReferenceDoes() throws IOException {
        int length = 1 << 18;
        try (ReferenceTokenizer pair = ReferenceTokenizer.changed(folder, 256, file -> {})) {
            for (String unit :
                    new String[] {"x", "é", "e\u0301", "\u0301\u0323", "中", "!", "\u0001", " ", "[", "[SEP]", "a b "}) {
                pair.assertSameTokens(unit.repeat(length / unit.length()));
            }
        }
    }

    private void compare(long seed, int lines, int maxTokens, Consumer<ObjectNode> change) throws IOException {
        try (ReferenceTokenizer pair = ReferenceTokenizer.changed(folder, maxTokens, change)) {
            new TextLines(seed).take(lines).forEach(pair::assertSameTokens);
        }
    }

    /** All planes in use: the two first, the ends of the ideographs, the tags, and the borders of private use. */
    private static void everyCharacter(ReferenceTokenizer pair) {
        int[] all = IntStream.of(1, 0x20000, 0xE0000, 0xEFFF0, 0xFFFF0, 0x10FFF0)
                .flatMap(first -> IntStream.range(first, first == 1 ? 0x20000 : Math.min(first + 0x10000, 0x110000))
                        .filter(c -> first != 0x20000 || c % 64 < 2 || c > 0x2A6C0)
                        .filter(c -> first != 0xEFFF0 || c < 0xF0010)
                        .filter(c -> first != 0xFFFF0 || c < 0x100010))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
            text.append("ab").appendCodePoint(all[i]).append("cd ");
            if (i % 64 == 63 || i == all.length - 1) {
                pair.assertSameTokens(text.toString());
                text.setLength(0);
            }
        }
    }

    private static void flags(ObjectNode file, boolean clean, boolean chinese, Boolean accents, boolean lowercase) {
        ((ObjectNode) file.get("normalizer"))
                .put("clean_text", clean)
                .put("handle_chinese_chars", chinese)
                .put("strip_accents", accents)
                .put("lowercase", lowercase);
    }

    private static void add(
            ObjectNode file, int id, String content, boolean word, boolean left, boolean right, boolean normalized) {
        file.withArray("added_tokens")
                .addObject()
                .put("id", id)
                .put("content", content)
                .put("single_word", word)
                .put("lstrip", left)
                .put("rstrip", right)
                .put("normalized", normalized)
                .put("special", false);
    }
}
