package dev.comptoir.onnx.tokenize;

import java.util.Arrays;
import java.util.List;

/**
 * The order in which special tokens and texts follow one another.
 *
 * @param pieces at least the texts themselves, each once
 */
record Frame(List<Piece> pieces) {
    /** A part of the row of ids. */
    sealed interface Piece permits Special, Text {}

    /** A special token and its segment id. */
    record Special(long id, long type) implements Piece {}

    /** The place of a text, 0 for the first, and the segment id of all its tokens. */
    record Text(int index, long type) implements Piece {}

    Frame {
        pieces = List.copyOf(pieces);
    }

    /** Number of special tokens. */
    int specials() {
        return (int) pieces.stream().filter(Special.class::isInstance).count();
    }

    Tokens around(Ids... texts) {
        int size = specials();
        boolean truncated = false;
        for (Ids text : texts) {
            size += text.count();
            truncated |= text.truncated();
        }
        long[] ids = new long[size];
        long[] types = new long[size];
        int at = 0;
        for (Piece piece : pieces) {
            int from = at;
            long type;
            if (piece instanceof Text place) {
                Ids text = texts[place.index()];
                text.copyTo(ids, from);
                at += text.count();
                type = place.type();
            } else {
                Special special = (Special) piece;
                ids[at++] = special.id();
                type = special.type();
            }
            Arrays.fill(types, from, at, type);
        }
        return new Tokens(ids, types, truncated);
    }
}
