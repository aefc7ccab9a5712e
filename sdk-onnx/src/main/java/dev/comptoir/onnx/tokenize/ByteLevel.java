package dev.comptoir.onnx.tokenize;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes the UTF-8 bytes of each word as one printable character each. Immutable.
 *
 * @param words how words are cut before, or {@code null} for not at all
 */
record ByteLevel(boolean prefixSpace, @Nullable PreTokenizer words) implements PreTokenizer {
    /** GPT-2's pattern. */
    static final String PATTERN = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    private static final char[] LETTERS = letters();

    /* Radford et al., "Language models are unsupervised multitask learners" (2019): bytes that are printable in
     * Latin-1 stand for themselves, the others for the characters from U+0100 on, in their order. */
    private static char[] letters() {
        char[] letters = new char[256];
        int next = 0x100;
        for (int b = 0; b < letters.length; b++) {
            boolean printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            letters[b] = (char) (printable ? b : next++);
        }
        return letters;
    }

    /** The character that stands for a byte. */
    static char letter(byte b) {
        return LETTERS[b & 0xFF];
    }

    static String letters(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        char[] out = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i] = letter(bytes[i]);
        }
        return new String(out);
    }

    @Override
    public boolean cut(Passage passage, Words out) {
        Passage text =
                prefixSpace && !passage.text().startsWith(" ") ? passage.withText(" " + passage.text()) : passage;
        Words letters = word -> out.accept(word.withText(letters(word.text())));
        return words == null ? letters.accept(text) : words.cut(text, letters);
    }
}
