package dev.comptoir.onnx.tokenize;

import java.util.List;

/** Cuts a passage into the words that the model takes one by one. Implementations are immutable. */
@FunctionalInterface
interface PreTokenizer {
    /** Receives words. */
    @FunctionalInterface
    interface Words {
        /** Takes the next word, which may be empty and then counts for nothing; {@code false} when no more are wanted. */
        boolean accept(Passage word);
    }

    /** Sends the words on until no more are wanted; {@code false} when it stopped early. */
    boolean cut(Passage passage, Words words);

    /** Each cuts the words of the one before. */
    static PreTokenizer sequence(List<PreTokenizer> parts) {
        PreTokenizer all = (passage, words) -> words.accept(passage);
        for (int i = parts.size() - 1; i >= 0; i--) {
            PreTokenizer part = parts.get(i);
            PreTokenizer rest = all;
            all = (passage, words) -> part.cut(passage, word -> word.text().isEmpty() || rest.cut(word, words));
        }
        return all;
    }
}
