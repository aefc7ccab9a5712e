package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a {@code tokenizer.json} and refuses whatever it would not follow to the letter. */
final class TokenizerFile {
    private static final int DEFAULT_MAX_WORD = 100;
    private static final int LARGEST_MAX_WORD = 10_000;

    private final String source;

    TokenizerFile(String source) {
        this.source = source;
    }

    WordPieceTokenizer read(byte[] json) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw corrupt("is not JSON", e);
        }
        if (!root.isObject()) {
            throw corrupt("holds no JSON object", null);
        }
        JsonNode model = root.path("model");
        requireWordPiece(model);
        Map<String, Integer> pieces = pieces(model.path("vocab"));
        refuseOtherTruncation(root.path("truncation"));
        requireBertPreTokenizer(root.path("pre_tokenizer"));
        return new WordPieceTokenizer(
                added(root.path("added_tokens"), pieces),
                normalizer(root.path("normalizer")),
                vocabulary(model, pieces),
                maxWord(model),
                new TemplateReader(this).read(root.path("post_processor")));
    }

    private void requireWordPiece(JsonNode model) {
        if (!model.isObject()) {
            throw corrupt("has no part \"model\"", null);
        }
        // Files of before 2020 name no type; only WordPiece has this prefix without merges.
        boolean untyped =
                model.path("type").isMissingNode() && model.has("continuing_subword_prefix") && !model.has("merges");
        if (!untyped && !"WordPiece".equals(model.path("type").asText())) {
            throw unsupported("model", model, "WordPiece");
        }
    }

    private Map<String, Integer> pieces(JsonNode vocab) {
        if (!vocab.isObject() || vocab.isEmpty()) {
            throw corrupt("has no vocabulary (model.vocab)", null);
        }
        Map<String, Integer> pieces = new HashMap<>(2 * vocab.size());
        vocab.properties().forEach(entry -> pieces.put(entry.getKey(), id(entry.getValue(), "model.vocab")));
        return pieces;
    }

    private Vocabulary vocabulary(JsonNode model, Map<String, Integer> pieces) {
        String unknownPiece = model.path("unk_token").asText("[UNK]");
        Integer unknown = pieces.get(unknownPiece);
        if (unknown == null) {
            throw corrupt("names " + unknownPiece + " for unknown words, which its vocabulary lacks", null);
        }
        return new Vocabulary(pieces, model.path("continuing_subword_prefix").asText("##"), unknown);
    }

    private int maxWord(JsonNode model) {
        int maxWord = model.path("max_input_chars_per_word").asInt(DEFAULT_MAX_WORD);
        if (maxWord < 1 || maxWord > LARGEST_MAX_WORD) {
            throw corrupt("has model.max_input_chars_per_word " + maxWord + ", outside 1 to " + LARGEST_MAX_WORD, null);
        }
        return maxWord;
    }

    private List<AddedToken> added(JsonNode tokens, Map<String, Integer> pieces) {
        List<AddedToken> added = new ArrayList<>();
        for (JsonNode token : tokens) {
            String content = token.path("content").asText();
            int id = id(token.path("id"), "added_tokens");
            Integer known = pieces.get(content);
            if (known != null && known != id) {
                throw corrupt("gives the added token " + content + " the id " + id + ", its vocabulary " + known, null);
            }
            added.add(new AddedToken(
                    content,
                    id,
                    token.path("single_word").asBoolean(),
                    token.path("lstrip").asBoolean(),
                    token.path("rstrip").asBoolean(),
                    token.path("normalized").asBoolean()));
        }
        return added;
    }

    private BertNormalizer normalizer(JsonNode normalizer) {
        if (absent(normalizer)) {
            return BertNormalizer.none();
        }
        if (!"BertNormalizer".equals(normalizer.path("type").asText())) {
            throw unsupported("normalizer", normalizer, "BertNormalizer");
        }
        boolean lowercase = normalizer.path("lowercase").asBoolean(true);
        return new BertNormalizer(
                normalizer.path("clean_text").asBoolean(true),
                normalizer.path("handle_chinese_chars").asBoolean(true),
                normalizer.path("strip_accents").asBoolean(lowercase),
                lowercase);
    }

    private void requireBertPreTokenizer(JsonNode preTokenizer) {
        if (!"BertPreTokenizer".equals(preTokenizer.path("type").asText())) {
            throw unsupported("pre_tokenizer", preTokenizer, "BertPreTokenizer");
        }
    }

    private void refuseOtherTruncation(JsonNode truncation) {
        String direction = truncation.path("direction").asText("Right");
        if (!direction.equals("Right")) {
            throw new ModelException(
                    ErrorCode.MODEL_UNSUPPORTED,
                    source + " cuts long texts at the side \"" + direction + "\"; only Right is supported.");
        }
    }

    int id(JsonNode node, String part) {
        if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 0) {
            throw corrupt("holds a token id in " + part + " that is no whole number from 0 on", null);
        }
        return node.intValue();
    }

    static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    ModelException unsupported(String part, JsonNode node, String supported) {
        String type = absent(node) ? "none" : '"' + node.path("type").asText("unnamed") + '"';
        return new ModelException(
                ErrorCode.MODEL_UNSUPPORTED,
                source + " has the " + part + " " + type + "; supported: " + supported
                        + ". Maybe take a model of the BERT family (MiniLM, BGE, E5 small, LaBSE)?");
    }

    ModelException corrupt(String what, @Nullable Throwable cause) {
        return new ModelException(
                ErrorCode.MODEL_CORRUPT,
                source + " " + what + ". Maybe the file was cut short or is not a tokenizer.json?",
                cause);
    }
}
