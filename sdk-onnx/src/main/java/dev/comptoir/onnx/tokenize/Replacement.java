package dev.comptoir.onnx.tokenize;

/** Puts a text in the place of every match. Immutable. */
record Replacement(Delimiter pattern, String content) implements TextNormalizer {
    @Override
    public Passage normalize(Passage passage) {
        String text = passage.text();
        StringBuilder out = new StringBuilder(text.length());
        boolean first = passage.first();
        int done = 0;
        for (Delimiter.Match match = pattern.find(text, 0); match != null; match = pattern.find(text, match.end())) {
            if (match.start() == 0) {
                // The reference says that what is put in stems from the last character replaced.
                first &= !content.isEmpty() && text.offsetByCodePoints(0, 1) == match.end();
            }
            out.append(text, done, match.start()).append(content);
            done = match.end();
        }
        return done == 0
                ? passage
                : new Passage(out.append(text, done, text.length()).toString(), first);
    }
}
