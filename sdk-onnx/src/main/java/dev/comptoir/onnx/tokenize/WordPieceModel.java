package dev.comptoir.onnx.tokenize;

/**
 * Cuts words into the longest pieces from the left. Immutable.
 *
 * @param maxWord the most code points of a word before it counts as unknown
 */
record WordPieceModel(Vocabulary vocabulary, int maxWord) implements PieceModel {
    @Override
    public Cutter into(Ids ids) {
        int[] pieces = new int[2 * maxWord];
        return word -> {
            boolean tooLong = word.codePointCount(0, word.length()) > maxWord;
            int count = tooLong ? -1 : vocabulary.cut(word, pieces);
            if (count < 0) {
                return ids.add(vocabulary.unknown());
            }
            for (int i = 0; i < count; i++) {
                if (!ids.add(pieces[i])) {
                    return false;
                }
            }
            return true;
        };
    }
}
