package dev.comptoir.onnx.tokenize;

import java.util.OptionalInt;

/**
 * What becomes of the ids of a text.
 *
 * @param frame the special tokens around them
 * @param maxTokens the limit that the file itself names
 * @param keepsEnd whether the end of a text that is too long is kept, and not its beginning
 */
record Surroundings(Frame frame, OptionalInt maxTokens, boolean keepsEnd) {
    /**
     * Where to gather the ids of a text that may have so many tokens with the special ones.
     *
     * @throws IllegalArgumentException if there is no room for the text
     */
    Ids room(int maxTokens) {
        int room = maxTokens - frame.size();
        if (room < 1) {
            throw new IllegalArgumentException("maxTokens is " + maxTokens + ", but the special tokens alone are "
                    + frame.size() + "; at least " + (frame.size() + 1) + " are needed.");
        }
        return new Ids(room, keepsEnd);
    }
}
