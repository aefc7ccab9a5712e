package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each normalizer and pre-tokenizer beside the Hugging Face tokenizer, byte for byte. */
class ReferencePartsTest {
    private static final int LINES = 400;

    /** Code points that join or keep apart: marks, joiners, jamo, flags, prepended signs, line ends. */
    private static final int[] CLUSTER_PARTS = {
        'a', 'e', 0xE9, 0x301, 0x323, 0x308, 0x200D, 0xA9, 0xAE, 0x2122, 0x1F600, 0x1F3FB, 0x1F1EB, 0x1F1F7, 0xFF21,
        0xAC00, 0x1100, 0x1161, 0x11A8, 0x600, 0x6DD, 0x70F, '\r', '\n', 0xE33, 0x903, 0xFE0F, 0xA0, 0x345, 0x1F468,
        0x915, 0x94D, 0x937, 0xFB01, 0xFF9E, 0x200C, ' ', 0xAD, 0x2028, 0x110BD, 0x8E2
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'NFC'}",
                "{'type': 'NFD'}",
                "{'type': 'NFKC'}",
                "{'type': 'NFKD'}",
                "{'type': 'Lowercase'}",
                "{'type': 'StripAccents'}",
                "{'type': 'Nmt'}",
                "{'type': 'BertNormalizer', 'clean_text': true, 'handle_chinese_chars': true, 'strip_accents': null, 'lowercase': true}",
                "{'type': 'BertNormalizer', 'clean_text': false, 'handle_chinese_chars': false, 'strip_accents': true, 'lowercase': false}",
                "{'type': 'Sequence', 'normalizers': [{'type': 'NFD'}, {'type': 'Strip', 'strip_left': true, 'strip_right': false}, {'type': 'Replace', 'pattern': {'Regex': '[a-e]+'}, 'content': 'AE'}]}",
            })
    void rewritesAsTheReferenceDoes(String normalizer) throws IOException {
        ObjectNode file = TinyFiles.bytes(normalizer);
        compare(file, new TextLines(31).take(LINES));
        compare(file, everyCharacter());
        compare(file, clusters());
    }

    @Test
    void rewritesByTheCompiledTableAsTheReferenceDoes() throws IOException {
        ObjectNode file = TinyFiles.bytes(TinyFiles.precompiled(TinyCharsmap.base64(TinyCharsmap.compatibility())));
        compare(file, new TextLines(32).take(LINES));
        compare(file, everyCharacter());
        compare(file, clusters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'Whitespace'}",
                "{'type': 'WhitespaceSplit'}",
                "{'type': 'BertPreTokenizer'}",
                "{'type': 'Digits', 'individual_digits': true}",
                "{'type': 'Digits', 'individual_digits': false}",
                "{'type': 'Punctuation', 'behavior': 'Isolated'}",
                "{'type': 'Punctuation', 'behavior': 'Contiguous'}",
                "{'type': 'Punctuation', 'behavior': 'MergedWithPrevious'}",
                "{'type': 'Punctuation', 'behavior': 'MergedWithNext'}",
                "{'type': 'CharDelimiterSplit', 'delimiter': 'e'}",
            })
    void cutsAsTheReferenceDoes(String preTokenizer) throws IOException {
        compare(TinyFiles.words(preTokenizer), new TextLines(33).take(LINES));
    }

    /** In turn: GPT-2, Llama 3, Qwen 2, o200k, CLIP, BLOOM, DeepSeek 3, and what they are made of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
                "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
                " ?[^(\\s|[.,!?…。，、।۔،])]+",
                "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\\r\\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "[一-龥぀-ゟ゠-ヿ]+",
                "\\w+|[^\\w\\s]+",
                "(ab)?c++d|\\p{^L}{2,}|[^\\p{P}a]|\\P{Lu}|[\\W]+|\\d+",
            })
    void followsEachPatternThatOccurs(String regex) throws IOException {
        for (boolean invert : new boolean[] {false, true}) {
            for (String behavior :
                    new String[] {"Isolated", "Removed", "MergedWithPrevious", "MergedWithNext", "Contiguous"}) {
                compare(TinyFiles.words(TinyFiles.split(regex, behavior, invert)), new TextLines(34).take(LINES / 10));
            }
        }
    }

    @Test
    void knowsTheKindOfEveryCharacter() throws IOException {
        for (String regex : new String[] {"\\w+| ?\\p{N}", "[\\p{Lu}\\p{Mn}\\p{Sc}]|[\\p{P}\\p{Lo}]+"}) {
            compare(TinyFiles.words(TinyFiles.split(regex, "Isolated", false)), everyCharacter());
        }
    }

    private void compare(ObjectNode file, List<String> lines) throws IOException {
        try (ReferenceTokenizer pair = ReferenceTokenizer.of(folder, 512, file)) {
            lines.forEach(pair::assertSameTokens);
        }
    }

    /** The first two planes and the tags, 32 to a line, each between letters. */
    private static List<String> everyCharacter() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int c = 1; c < 0xE0200; c = c == 0x1FFFF ? 0xE0000 : c + 1) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                line.append('b').appendCodePoint(c).append("c ");
            }
            if (c % 32 == 31) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        return lines;
    }

    private static List<String> clusters() {
        Random random = new Random(35);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = 1 + random.nextInt(14); length > 0; length--) {
                line.appendCodePoint(CLUSTER_PARTS[random.nextInt(CLUSTER_PARTS.length)]);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
