package dev.comptoir.onnx.tokenize;

/** Cuts words into the pieces of a vocabulary. Implementations are immutable. */
@FunctionalInterface
interface PieceModel {
    /** Cuts the words of one text, one after the other; not thread-safe. */
    @FunctionalInterface
    interface Cutter {
        /** Cuts a word that is not empty; {@code false} when no more ids are wanted. */
        boolean cut(String word);
    }

    /** A cutter that sends its ids there. */
    Cutter into(Ids ids);
}
