package dev.comptoir.onnx.tokenize;

/**
 * Cuts a passage at every match. Immutable.
 *
 * @param inverted whether what lies between the matches counts as match
 */
record Splitter(Delimiter delimiter, Behavior behavior, boolean inverted) implements PreTokenizer {
    /** What becomes of a match. */
    enum Behavior {
        REMOVED("Removed"),
        ISOLATED("Isolated"),
        MERGED_WITH_PREVIOUS("MergedWithPrevious"),
        MERGED_WITH_NEXT("MergedWithNext"),
        CONTIGUOUS("Contiguous");

        final String inFile;

        Behavior(String inFile) {
            this.inFile = inFile;
        }
    }

    Splitter(Delimiter delimiter, Behavior behavior) {
        this(delimiter, behavior, false);
    }

    @Override
    public boolean cut(Passage passage, Words words) {
        String text = passage.text();
        Run run = new Run(passage, behavior, words);
        int done = 0;
        for (Delimiter.Match match = delimiter.find(text, 0);
                match != null;
                match = delimiter.find(text, match.end())) {
            if (done < match.start() && !run.next(done, match.start(), inverted)) {
                return false;
            }
            if (!run.next(match.start(), match.end(), !inverted)) {
                return false;
            }
            done = match.end();
        }
        return (done == text.length() || run.next(done, text.length(), inverted)) && run.end();
    }

    /** Holds back the newest piece until it is known whether the next one joins it. */
    private static final class Run {
        private final Passage passage;
        private final Behavior behavior;
        private final Words words;
        private int from;
        private int to;
        private boolean lastIsMatch;

        Run(Passage passage, Behavior behavior, Words words) {
            this.passage = passage;
            this.behavior = behavior;
            this.words = words;
        }

        boolean next(int start, int end, boolean match) {
            boolean held = from < to;
            boolean joins = held
                    && switch (behavior) {
                        case REMOVED, ISOLATED -> false;
                        case MERGED_WITH_PREVIOUS -> match && !lastIsMatch;
                        case MERGED_WITH_NEXT -> lastIsMatch && !match;
                        case CONTIGUOUS -> match == lastIsMatch;
                    };
            lastIsMatch = match;
            if (joins) {
                to = end;
                return true;
            }
            if (held && !words.accept(passage.part(from, to))) {
                return false;
            }
            from = start;
            to = match && behavior == Behavior.REMOVED ? start : end;
            return true;
        }

        boolean end() {
            return from == to || words.accept(passage.part(from, to));
        }
    }
}
