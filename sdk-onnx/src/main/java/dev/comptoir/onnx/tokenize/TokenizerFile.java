package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads a {@code tokenizer.json} and refuses whatever it would not follow to the letter. */
final class TokenizerFile {
    private final String source;

    TokenizerFile(String source) {
        this.source = source;
    }

    Tokenizer read(byte[] json) {
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
        if (!model.isObject()) {
            throw corrupt("has no part \"model\"", null);
        }
        ModelReader models = new ModelReader(this, model);
        Map<String, Integer> pieces = models.pieces();
        List<AddedToken> added = added(root.path("added_tokens"), pieces);
        TemplateReader.Frames frames = new TemplateReader(this).read(root.path("post_processor"));
        JsonNode truncation = root.path("truncation");
        Surroundings surroundings = new Surroundings(
                frames.one(),
                frames.two(),
                new Surroundings.Cut(longest(truncation), keepsEnd(truncation), side(truncation)));
        JsonNode normalizer = root.path("normalizer");
        JsonNode preTokenizer = root.path("pre_tokenizer");
        if (models.isWordPiece()
                && (absent(normalizer) || isOfType(normalizer, "BertNormalizer"))
                && isOfType(preTokenizer, "BertPreTokenizer")) {
            return new WordPieceTokenizer(
                    added,
                    absent(normalizer) ? BertNormalizer.none() : NormalizerReader.bert(normalizer),
                    models.wordPiece(pieces),
                    surroundings);
        }
        return new PipelineTokenizer(
                added,
                new NormalizerReader(this).read(normalizer),
                new PreTokenizerReader(this).read(preTokenizer),
                models.read(pieces),
                surroundings);
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

    private OptionalInt longest(JsonNode truncation) {
        return absent(truncation)
                ? OptionalInt.empty()
                : OptionalInt.of(id(truncation.path("max_length"), "truncation.max_length"));
    }

    private boolean keepsEnd(JsonNode truncation) {
        String direction = truncation.path("direction").asText("Right");
        if (!direction.equals("Right") && !direction.equals("Left")) {
            throw corrupt("cuts long texts at the side \"" + direction + "\", which is neither Right nor Left", null);
        }
        return direction.equals("Left");
    }

    private Surroundings.Side side(JsonNode truncation) {
        String strategy = truncation.path("strategy").asText("LongestFirst");
        return switch (strategy) {
            case "LongestFirst" -> Surroundings.Side.LONGER;
            case "OnlyFirst" -> Surroundings.Side.FIRST;
            case "OnlySecond" -> Surroundings.Side.SECOND;
            default ->
                throw corrupt(
                        "cuts long pairs by the strategy \"" + strategy
                                + "\", which is none of LongestFirst, OnlyFirst and OnlySecond",
                        null);
        };
    }

    int id(JsonNode node, String part) {
        if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 0) {
            throw corrupt("holds a token id in " + part + " that is no whole number from 0 on", null);
        }
        return node.intValue();
    }

    /** A text that has to be there. */
    String text(JsonNode parent, String field, String part) {
        JsonNode node = parent.path(field);
        if (!node.isTextual()) {
            throw corrupt("has no text " + part + "." + field, null);
        }
        return node.textValue();
    }

    /** Yes or no that has to be there. */
    boolean flag(JsonNode parent, String field, String part) {
        JsonNode node = parent.path(field);
        if (!node.isBoolean()) {
            throw corrupt("has no true or false " + part + "." + field, null);
        }
        return node.booleanValue();
    }

    static boolean isOfType(JsonNode node, String type) {
        return type.equals(node.path("type").asText());
    }

    static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    ModelException unsupported(String part, JsonNode node, String supported) {
        String type = absent(node) ? "none" : '"' + node.path("type").asText("unnamed") + '"';
        return unsupported("has the " + part + " " + type + "; supported: " + supported);
    }

    ModelException unsupported(String what) {
        return new ModelException(
                ErrorCode.MODEL_UNSUPPORTED,
                source + " " + what + ". Maybe take a model of another family (BERT, XLM-R, multilingual E5, GPT)?");
    }

    ModelException corrupt(String what, @Nullable Throwable cause) {
        return new ModelException(
                ErrorCode.MODEL_CORRUPT,
                source + " " + what + ". Maybe the file was cut short or is not a tokenizer.json?",
                cause);
    }
}
