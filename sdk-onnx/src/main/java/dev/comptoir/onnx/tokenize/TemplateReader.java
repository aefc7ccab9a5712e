package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads which special tokens stand around a text. */
final class TemplateReader {
    private static final Frame NOTHING = new Frame(List.of(), List.of(), 0);

    private final TokenizerFile file;

    TemplateReader(TokenizerFile file) {
        this.file = file;
    }

    Frame read(JsonNode processor) {
        if (TokenizerFile.absent(processor)) {
            return NOTHING;
        }
        return switch (processor.path("type").asText()) {
            case "BertProcessing", "RobertaProcessing" ->
                new Frame(pair(processor.path("cls")), pair(processor.path("sep")), 0);
            case "TemplateProcessing" -> template(processor);
            case "ByteLevel" -> NOTHING;
            case "Sequence" -> sequence(processor);
            default ->
                throw file.unsupported(
                        "post_processor",
                        processor,
                        "TemplateProcessing, BertProcessing, RobertaProcessing, ByteLevel, Sequence");
        };
    }

    private Frame sequence(JsonNode processor) {
        Frame found = NOTHING;
        for (JsonNode part : processor.path("processors")) {
            Frame frame = read(part);
            if (!found.equals(NOTHING) && !frame.equals(NOTHING)) {
                throw file.unsupported("has more than one post_processor that adds tokens");
            }
            found = frame.equals(NOTHING) ? found : frame;
        }
        return found;
    }

    /** {@code ["[CLS]", 101]}. */
    private List<Frame.Special> pair(JsonNode token) {
        return List.of(new Frame.Special(file.id(token.path(1), "post_processor"), 0));
    }

    private Frame template(JsonNode processor) {
        List<Frame.Special> before = new ArrayList<>();
        List<Frame.Special> after = new ArrayList<>();
        long textType = -1;
        for (JsonNode piece : processor.path("single")) {
            JsonNode special = piece.path("SpecialToken");
            JsonNode sequence = piece.path("Sequence");
            if (special.isObject()) {
                JsonNode ids = processor
                        .path("special_tokens")
                        .path(special.path("id").asText())
                        .path("ids");
                if (ids.isEmpty()) {
                    throw file.corrupt(
                            "uses the special token " + special.path("id").asText() + " without ids", null);
                }
                List<Frame.Special> side = textType < 0 ? before : after;
                ids.forEach(id -> side.add(new Frame.Special(file.id(id, "post_processor"), typeId(special))));
            } else if (sequence.isObject() && sequence.path("id").asText().equals("A") && textType < 0) {
                textType = typeId(sequence);
            } else {
                throw file.corrupt(
                        "has a post_processor whose template for one text is not special tokens around A", null);
            }
        }
        if (textType < 0) {
            throw file.corrupt("has a post_processor whose template has no place for the text", null);
        }
        return new Frame(before, after, textType);
    }

    private int typeId(JsonNode piece) {
        return file.id(piece.path("type_id"), "post_processor");
    }
}
