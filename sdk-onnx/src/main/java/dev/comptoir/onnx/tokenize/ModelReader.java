package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the vocabulary and how words are cut into its pieces. */
final class ModelReader {
    private static final int DEFAULT_MAX_WORD = 100;
    private static final int LARGEST_MAX_WORD = 10_000;

    private final TokenizerFile file;
    private final JsonNode model;
    private final String type;

    ModelReader(TokenizerFile file, JsonNode model) {
        this.file = file;
        this.model = model;
        this.type = typeOf(model);
    }

    /** Files of before 2020 name no type. */
    private static String typeOf(JsonNode model) {
        if (!model.path("type").isMissingNode()) {
            return model.path("type").asText();
        }
        if (model.has("merges")) {
            return "BPE";
        }
        return model.path("vocab").isArray() ? "Unigram" : model.has("continuing_subword_prefix") ? "WordPiece" : "";
    }

    boolean isWordPiece() {
        return type.equals("WordPiece");
    }

    /** Each piece and its id. */
    Map<String, Integer> pieces() {
        JsonNode vocab = model.path("vocab");
        if (!type.equals("WordPiece") && !type.equals("BPE") && !type.equals("Unigram")) {
            throw file.unsupported("model", model, "WordPiece, Unigram, BPE");
        }
        if (vocab.isEmpty() || type.equals("Unigram") != vocab.isArray()) {
            throw file.corrupt("has no vocabulary (model.vocab)", null);
        }
        Map<String, Integer> pieces = new HashMap<>(2 * vocab.size());
        if (vocab.isArray()) {
            for (int id = 0; id < vocab.size(); id++) {
                JsonNode piece = vocab.get(id);
                if (!piece.path(0).isTextual() || !piece.path(1).isNumber()) {
                    throw file.corrupt("has no piece and score at place " + id + " of model.vocab", null);
                }
                pieces.put(piece.get(0).textValue(), id);
            }
        } else {
            vocab.properties().forEach(entry -> pieces.put(entry.getKey(), file.id(entry.getValue(), "model.vocab")));
        }
        return pieces;
    }

    PieceModel read(Map<String, Integer> pieces) {
        return switch (type) {
            case "Unigram" -> unigram(pieces);
            case "BPE" -> bpe(pieces);
            default -> wordPiece(pieces);
        };
    }

    WordPieceModel wordPiece(Map<String, Integer> pieces) {
        Integer unknown = unknown(pieces, model.path("unk_token").asText("[UNK]"));
        int maxWord = model.path("max_input_chars_per_word").asInt(DEFAULT_MAX_WORD);
        if (maxWord < 1 || maxWord > LARGEST_MAX_WORD) {
            throw file.corrupt(
                    "has model.max_input_chars_per_word " + maxWord + ", outside 1 to " + LARGEST_MAX_WORD, null);
        }
        String prefix = model.path("continuing_subword_prefix").asText("##");
        return new WordPieceModel(new Vocabulary(pieces, prefix, unknown), maxWord);
    }

    private Integer unknown(Map<String, Integer> pieces, String piece) {
        Integer unknown = pieces.get(piece);
        if (unknown == null) {
            throw file.corrupt("names " + piece + " for unknown words, which its vocabulary lacks", null);
        }
        return unknown;
    }

    private PieceModel unigram(Map<String, Integer> pieces) {
        JsonNode vocab = model.path("vocab");
        double[] scores = new double[vocab.size()];
        for (int id = 0; id < scores.length; id++) {
            scores[id] = vocab.get(id).get(1).doubleValue();
        }
        if (TokenizerFile.absent(model.path("unk_id"))) {
            throw file.unsupported("names no piece for what is unknown (model.unk_id)");
        }
        int unknown = file.id(model.path("unk_id"), "model.unk_id");
        if (unknown >= scores.length) {
            throw file.corrupt("has model.unk_id " + unknown + " of " + scores.length + " pieces", null);
        }
        return new UnigramModel(new PieceTrie(pieces), scores, unknown, bytes(pieces));
    }

    private ByteTokens bytes(Map<String, Integer> pieces) {
        return model.path("byte_fallback").asBoolean() ? ByteTokens.of(pieces) : ByteTokens.none();
    }

    private PieceModel bpe(Map<String, Integer> pieces) {
        if (model.path("dropout").asDouble() != 0) {
            throw file.unsupported("leaves merges out at random (model.dropout)");
        }
        String unknown = optional("unk_token");
        String prefix = optional("continuing_subword_prefix");
        String suffix = optional("end_of_word_suffix");
        return new BpeModel(
                pieces,
                new MergeReader(file, pieces, prefix == null ? "" : prefix).read(model.path("merges")),
                new BpeModel.Symbols(
                        prefix == null ? "" : prefix,
                        suffix == null ? "" : suffix,
                        unknown == null ? null : unknown(pieces, unknown),
                        model.path("fuse_unk").asBoolean(),
                        bytes(pieces),
                        model.path("ignore_merges").asBoolean()));
    }

    private @Nullable String optional(String field) {
        return model.path(field).textValue();
    }
}
