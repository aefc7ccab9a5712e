package dev.comptoir.onnx.tokenize;

/**
 * A part of a text on its way to the model.
 *
 * @param text the part, without lone surrogates
 * @param first whether it begins with the very first character of the whole text
 */
record Passage(String text, boolean first) {
    /** The part between two places of this one. */
    Passage part(int from, int to) {
        return from == 0 && to == text.length() ? this : new Passage(text.substring(from, to), first && from == 0);
    }

    Passage withText(String other) {
        return new Passage(other, first);
    }
}
