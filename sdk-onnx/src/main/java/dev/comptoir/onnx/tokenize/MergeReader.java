package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Reads the pairs that byte pair encoding joins. */
final class MergeReader {
    private final TokenizerFile file;
    private final Map<String, Integer> pieces;
    private final int prefixLength;

    MergeReader(TokenizerFile file, Map<String, Integer> pieces, String prefix) {
        this.file = file;
        this.pieces = pieces;
        this.prefixLength = prefix.length();
    }

    /** Pairs are written {@code "a b"} or, in newer files, {@code ["a", "b"]}. */
    BpeMerges read(JsonNode merges) {
        if (!merges.isArray()) {
            throw file.corrupt("has no list of pairs (model.merges)", null);
        }
        BpeMerges all = new BpeMerges(merges.size());
        int rank = 0;
        for (JsonNode merge : merges) {
            if (merge.isTextual() && merge.textValue().startsWith("#version")) {
                continue;
            }
            add(merge, rank++, all);
        }
        return all;
    }

    private void add(JsonNode merge, int rank, BpeMerges all) {
        String left;
        String right;
        if (merge.isArray()
                && merge.size() == 2
                && merge.get(0).isTextual()
                && merge.get(1).isTextual()) {
            left = merge.get(0).textValue();
            right = merge.get(1).textValue();
        } else {
            String pair = merge.isTextual() ? merge.textValue() : "";
            int blank = pair.indexOf(' ');
            if (blank < 0 || pair.indexOf(' ', blank + 1) >= 0) {
                throw file.corrupt("has no pair at place " + rank + " of model.merges", null);
            }
            left = pair.substring(0, blank);
            right = pair.substring(blank + 1);
        }
        if (right.length() < prefixLength) {
            throw file.corrupt("joins " + right + ", which is shorter than the prefix of continued words", null);
        }
        all.add(rank, id(left), id(right), id(left + right.substring(prefixLength)));
    }

    private int id(String piece) {
        Integer id = pieces.get(piece);
        if (id == null) {
            throw file.corrupt("joins pairs (model.merges) by way of " + piece + ", which its vocabulary lacks", null);
        }
        return id;
    }
}
