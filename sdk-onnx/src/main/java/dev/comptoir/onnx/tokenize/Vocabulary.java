package dev.comptoir.onnx.tokenize;

import java.util.HashMap;
import java.util.Map;

/** The word pieces of a model and their ids, those that begin a word apart from those that continue one. Immutable. */
final class Vocabulary {
    private final Map<String, Integer> initial;
    private final Map<String, Integer> continuing = new HashMap<>();
    private final int longestInitial;
    private final int longestContinuing;
    private final int unknown;

    Vocabulary(Map<String, Integer> pieces, String continuingPrefix, int unknown) {
        this.initial = Map.copyOf(pieces);
        this.unknown = unknown;
        pieces.forEach((piece, id) -> {
            if (piece.startsWith(continuingPrefix)) {
                continuing.put(piece.substring(continuingPrefix.length()), id);
            }
        });
        this.longestInitial = longest(initial);
        this.longestContinuing = longest(continuing);
    }

    private static int longest(Map<String, Integer> pieces) {
        return pieces.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    int unknown() {
        return unknown;
    }

    /**
     * Cuts a word into the longest pieces from the left.
     *
     * @return the number of ids written, or -1 when some part of the word is in no piece
     */
    int cut(String word, int[] ids) {
        // Greedy longest-match-first as in Schuster & Nakajima, "Japanese and Korean voice search" (ICASSP 2012). No
        // piece
        // longer than the longest of the vocabulary is tried, which gives the same pieces without quadratic time.
        int count = 0;
        int from = 0;
        while (from < word.length()) {
            Map<String, Integer> pieces = from == 0 ? initial : continuing;
            int to = Math.min(word.length(), from + (from == 0 ? longestInitial : longestContinuing));
            Integer id = null;
            while (to > from && (id = pieces.get(word.substring(from, to))) == null) {
                to--;
            }
            if (id == null) {
                return -1;
            }
            ids[count++] = id;
            from = to;
        }
        return count;
    }
}
