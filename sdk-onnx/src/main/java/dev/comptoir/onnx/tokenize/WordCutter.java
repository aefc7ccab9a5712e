package dev.comptoir.onnx.tokenize;

import java.text.Normalizer;

/**
 * Gathers normalised code points into words, cuts those into pieces and stops at the limit. One text each; not
 * thread-safe.
 */
final class WordCutter implements CodePoints {
    private static final int FIRST_COMBINING_MARK = 0x300;

    private final Vocabulary vocabulary;
    private final int maxWord;
    private final boolean reorder;
    private final Ids ids;
    private final StringBuilder word = new StringBuilder();
    private final int[] pieces;
    private int wordLength;
    private boolean marks;

    /**
     * @param maxWord the most code points of a word before it counts as unknown
     * @param reorder whether combining marks within a word are put in canonical order
     * @param ids where the ids go
     */
    WordCutter(Vocabulary vocabulary, int maxWord, boolean reorder, Ids ids) {
        this.vocabulary = vocabulary;
        this.maxWord = maxWord;
        this.reorder = reorder;
        this.ids = ids;
        this.pieces = new int[2 * maxWord];
    }

    @Override
    public boolean accept(int c) {
        if (CharClass.isWhitespace(c)) {
            return endWord();
        }
        if (CharClass.isPunctuation(c)) {
            return endWord() && append(c) && endWord();
        }
        return append(c);
    }

    private boolean append(int c) {
        if (++wordLength <= maxWord) {
            word.appendCodePoint(c);
            marks |= c >= FIRST_COMBINING_MARK;
        }
        return true;
    }

    /** Ends the word in hand, if any; {@code false} when the limit is passed. */
    boolean endWord() {
        if (wordLength == 0) {
            return true;
        }
        // The reference orders marks in the whole text. A word too long is unknown in any order, so ordering within
        // short
        // words gives the same ids and keeps a megabyte of marks from being sorted.
        String text = reorder && marks ? Normalizer.normalize(word, Normalizer.Form.NFD) : word.toString();
        int cut = wordLength > maxWord ? -1 : vocabulary.cut(text, pieces);
        word.setLength(0);
        wordLength = 0;
        marks = false;
        if (cut < 0) {
            return ids.add(vocabulary.unknown());
        }
        for (int i = 0; i < cut; i++) {
            if (!ids.add(pieces[i])) {
                return false;
            }
        }
        return true;
    }
}
