package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads how a text is cut into words. */
final class PreTokenizerReader {
    private static final String SUPPORTED =
            "Sequence, Whitespace, WhitespaceSplit, Metaspace, ByteLevel, Split, Digits, "
                    + "Punctuation, CharDelimiterSplit, BertPreTokenizer";

    private final TokenizerFile file;

    PreTokenizerReader(TokenizerFile file) {
        this.file = file;
    }

    PreTokenizer read(JsonNode node) {
        if (TokenizerFile.absent(node)) {
            return (passage, words) -> words.accept(passage);
        }
        return switch (node.path("type").asText()) {
            case "Sequence" -> sequence(node);
            case "Whitespace" -> new Splitter(Regex.words(), Splitter.Behavior.REMOVED, true);
            case "WhitespaceSplit" -> whitespaceSplit();
            case "BertPreTokenizer" ->
                PreTokenizer.sequence(List.of(whitespaceSplit(), punctuation(Splitter.Behavior.ISOLATED)));
            case "Punctuation" ->
                punctuation(
                        node.path("behavior").isMissingNode()
                                ? Splitter.Behavior.ISOLATED
                                : behavior(node, "Punctuation"));
            case "Digits" ->
                new Splitter(
                        Delimiter.each(CharClass::isNumeric),
                        file.flag(node, "individual_digits", "pre_tokenizer Digits")
                                ? Splitter.Behavior.ISOLATED
                                : Splitter.Behavior.CONTIGUOUS);
            case "CharDelimiterSplit" ->
                new Splitter(
                        Delimiter.literal(sign(node, "delimiter", "CharDelimiterSplit")), Splitter.Behavior.REMOVED);
            case "Metaspace" -> metaspace(node);
            case "ByteLevel" ->
                new ByteLevel(
                        file.flag(node, "add_prefix_space", "pre_tokenizer ByteLevel"),
                        node.path("use_regex").asBoolean(true)
                                ? new Splitter(Regex.of(ByteLevel.PATTERN), Splitter.Behavior.ISOLATED)
                                : null);
            case "Split" ->
                new Splitter(
                        new PatternReader(file).read(node.path("pattern"), "pre_tokenizer Split"),
                        behavior(node, "Split"),
                        file.flag(node, "invert", "pre_tokenizer Split"));
            default -> throw file.unsupported("pre_tokenizer", node, SUPPORTED);
        };
    }

    private PreTokenizer sequence(JsonNode node) {
        List<PreTokenizer> parts = new ArrayList<>();
        node.path("pretokenizers").forEach(part -> parts.add(read(part)));
        return PreTokenizer.sequence(parts);
    }

    private static PreTokenizer whitespaceSplit() {
        return new Splitter(Delimiter.each(CharClass::isWhitespace), Splitter.Behavior.REMOVED);
    }

    private static PreTokenizer punctuation(Splitter.Behavior behavior) {
        return new Splitter(Delimiter.each(CharClass::isPunctuation), behavior);
    }

    private Splitter.Behavior behavior(JsonNode node, String type) {
        String name = node.path("behavior").asText();
        return Arrays.stream(Splitter.Behavior.values())
                .filter(behavior -> behavior.inFile.equals(name))
                .findFirst()
                .orElseThrow(() -> file.unsupported("has the behavior \"" + name + "\" in its pre_tokenizer " + type));
    }

    private String sign(JsonNode node, String field, String type) {
        String sign = file.text(node, field, "pre_tokenizer " + type);
        if (sign.codePointCount(0, sign.length()) != 1) {
            throw file.corrupt("has more or less than one character in pre_tokenizer " + type + "." + field, null);
        }
        return sign;
    }

    private PreTokenizer metaspace(JsonNode node) {
        boolean never = !node.path("add_prefix_space").asBoolean(true);
        String scheme = node.path("prepend_scheme").asText(never ? "never" : "always");
        if (never && !scheme.equals("never")) {
            throw file.corrupt("has a pre_tokenizer Metaspace whose add_prefix_space and prepend_scheme differ", null);
        }
        Metaspace.Prefix prefix = Arrays.stream(Metaspace.Prefix.values())
                .filter(value -> value.inFile.equals(scheme))
                .findFirst()
                .orElseThrow(() ->
                        file.unsupported("has the prepend_scheme \"" + scheme + "\" in its pre_tokenizer Metaspace"));
        return new Metaspace(
                sign(node, "replacement", "Metaspace"),
                prefix,
                node.path("split").asBoolean(true));
    }
}
