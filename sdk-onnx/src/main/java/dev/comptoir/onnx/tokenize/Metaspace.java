package dev.comptoir.onnx.tokenize;

/**
 * Writes blanks as a visible sign and cuts before each, as SentencePiece does. Immutable.
 *
 * @param sign the sign, nearly always U+2581
 * @param prefix when a passage without the sign at its beginning gets one there
 * @param split whether to cut at all
 */
record Metaspace(String sign, Prefix prefix, boolean split) implements PreTokenizer {
    /** Which passages get the sign at their beginning. */
    enum Prefix {
        ALWAYS("always"),
        FIRST("first"),
        NEVER("never");

        final String inFile;

        Prefix(String inFile) {
            this.inFile = inFile;
        }
    }

    @Override
    public boolean cut(Passage passage, Words words) {
        String text = passage.text().replace(" ", sign);
        boolean prefixed = prefix == Prefix.ALWAYS || (prefix == Prefix.FIRST && passage.first());
        Passage signed = passage.withText(prefixed && !text.startsWith(sign) ? sign + text : text);
        return split
                ? new Splitter(Delimiter.literal(sign), Splitter.Behavior.MERGED_WITH_NEXT).cut(signed, words)
                : words.accept(signed);
    }
}
