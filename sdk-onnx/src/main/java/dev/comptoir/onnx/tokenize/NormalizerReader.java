package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads how a text is rewritten before it is cut. */
final class NormalizerReader {
    private static final String SUPPORTED = "Sequence, NFC, NFD, NFKC, NFKD, Lowercase, StripAccents, Strip, Replace, "
            + "Prepend, Precompiled, Nmt, ByteLevel, BertNormalizer";

    private final TokenizerFile file;

    NormalizerReader(TokenizerFile file) {
        this.file = file;
    }

    TextNormalizer read(JsonNode node) {
        if (TokenizerFile.absent(node)) {
            return passage -> passage;
        }
        String type = node.path("type").asText();
        return switch (type) {
            case "Sequence" -> sequence(node);
            case "NFC", "NFD", "NFKC", "NFKD" -> form(Normalizer.Form.valueOf(type));
            case "Lowercase" -> Rewrites::lowercase;
            case "StripAccents" -> Rewrites::stripAccents;
            case "Nmt" -> Rewrites::nmt;
            case "ByteLevel" -> passage -> passage.withText(ByteLevel.letters(passage.text()));
            case "Strip" -> strip(node);
            case "Replace" ->
                new Replacement(
                        new PatternReader(file).read(node.path("pattern"), "normalizer Replace"),
                        file.text(node, "content", "normalizer Replace"));
            case "Prepend" -> prepend(file.text(node, "prepend", "normalizer Prepend"));
            case "Precompiled" -> charsmap(node);
            case "BertNormalizer" -> bertPassages(bert(node));
            default -> throw file.unsupported("normalizer", node, SUPPORTED);
        };
    }

    private TextNormalizer sequence(JsonNode node) {
        List<TextNormalizer> parts = new ArrayList<>();
        node.path("normalizers").forEach(part -> parts.add(read(part)));
        return TextNormalizer.sequence(parts);
    }

    private static TextNormalizer form(Normalizer.Form form) {
        return passage -> passage.withText(UnicodeForm.normalize(passage.text(), form));
    }

    private TextNormalizer strip(JsonNode node) {
        boolean left = file.flag(node, "strip_left", "normalizer Strip");
        boolean right = file.flag(node, "strip_right", "normalizer Strip");
        return passage -> Rewrites.strip(passage, left, right);
    }

    private static TextNormalizer prepend(String prefix) {
        return passage -> Rewrites.prepend(passage, prefix);
    }

    private static TextNormalizer bertPassages(BertNormalizer normalizer) {
        return passage -> Rewrites.bert(passage, normalizer);
    }

    private TextNormalizer charsmap(JsonNode node) {
        String base64 = file.text(node, "precompiled_charsmap", "normalizer Precompiled");
        try {
            Charsmap map = Charsmap.of(Base64.getDecoder().decode(base64));
            if (map != null) {
                return map;
            }
        } catch (IllegalArgumentException e) {
            throw file.corrupt("has a normalizer Precompiled whose precompiled_charsmap is not Base64", e);
        }
        throw file.corrupt("has a normalizer Precompiled whose precompiled_charsmap is cut short", null);
    }

    static BertNormalizer bert(JsonNode node) {
        boolean lowercase = node.path("lowercase").asBoolean(true);
        return new BertNormalizer(
                node.path("clean_text").asBoolean(true),
                node.path("handle_chinese_chars").asBoolean(true),
                node.path("strip_accents").asBoolean(lowercase),
                lowercase);
    }
}
