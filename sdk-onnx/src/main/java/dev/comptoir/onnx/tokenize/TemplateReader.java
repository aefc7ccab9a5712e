package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.comptoir.onnx.tokenize.Frame.Piece;
import dev.comptoir.onnx.tokenize.Frame.Special;
import dev.comptoir.onnx.tokenize.Frame.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which special tokens stand around a text, and around two. */
final class TemplateReader {
    /** Two texts without anything between them still have segments of their own. */
    private static final Frames NOTHING =
            new Frames(new Frame(List.of(new Text(0, 0))), new Frame(List.of(new Text(0, 0), new Text(1, 1))));

    /** The order of one text's tokens, and of two; the second is null where the file has none that can be followed. */
    record Frames(Frame one, @Nullable Frame two) {}

    private final TokenizerFile file;

    TemplateReader(TokenizerFile file) {
        this.file = file;
    }

    Frames read(JsonNode processor) {
        if (TokenizerFile.absent(processor)) {
            return NOTHING;
        }
        return switch (processor.path("type").asText()) {
            case "BertProcessing" -> around(processor, 1, 1);
            case "RobertaProcessing" -> around(processor, 0, 2);
            case "TemplateProcessing" -> new Frames(one(processor), two(processor));
            case "ByteLevel" -> NOTHING;
            case "Sequence" -> sequence(processor);
            default ->
                throw file.unsupported(
                        "post_processor",
                        processor,
                        "TemplateProcessing, BertProcessing, RobertaProcessing, ByteLevel, Sequence");
        };
    }

    private Frames sequence(JsonNode processor) {
        Frames found = NOTHING;
        for (JsonNode part : processor.path("processors")) {
            Frames frames = read(part);
            if (!found.equals(NOTHING) && !frames.equals(NOTHING)) {
                throw file.unsupported("has more than one post_processor that adds tokens");
            }
            found = frames.equals(NOTHING) ? found : frames;
        }
        return found;
    }

    /** {@code cls} and {@code sep} are each {@code ["[CLS]", 101]}. */
    private Frames around(JsonNode processor, long secondType, int separators) {
        long cls = file.id(processor.path("cls").path(1), "post_processor");
        long sep = file.id(processor.path("sep").path(1), "post_processor");
        List<Piece> pieces = new ArrayList<>(List.of(new Special(cls, 0), new Text(0, 0), new Special(sep, 0)));
        Frame one = new Frame(pieces);
        if (separators == 2) {
            pieces.add(new Special(sep, 0));
        }
        pieces.add(new Text(1, secondType));
        pieces.add(new Special(sep, secondType));
        return new Frames(one, new Frame(pieces));
    }

    private Frame one(JsonNode processor) {
        List<Piece> pieces = pieces(processor, "single");
        long places = pieces.stream().filter(Text.class::isInstance).count();
        if (pieces.stream().anyMatch(piece -> piece instanceof Text text && text.index() != 0) || places > 1) {
            throw file.corrupt("has a post_processor whose template for one text is not special tokens around A", null);
        }
        if (places == 0) {
            throw file.corrupt("has a post_processor whose template has no place for the text", null);
        }
        return new Frame(pieces);
    }

    /** Nearly every model reads one text only, so a template that cannot be followed matters when two are given. */
    private @Nullable Frame two(JsonNode processor) {
        List<Piece> pieces = pieces(processor, "pair");
        long first = count(pieces, 0);
        long second = count(pieces, 1);
        return first == 1 && second == 1 ? new Frame(pieces) : null;
    }

    private static long count(List<Piece> pieces, int index) {
        return pieces.stream()
                .filter(piece -> piece instanceof Text text && text.index() == index)
                .count();
    }

    private List<Piece> pieces(JsonNode processor, String template) {
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode piece : processor.path(template)) {
            JsonNode special = piece.path("SpecialToken");
            JsonNode sequence = piece.path("Sequence");
            String name = sequence.path("id").asText();
            if (special.isObject()) {
                String token = special.path("id").asText();
                JsonNode ids = processor.path("special_tokens").path(token).path("ids");
                if (ids.isEmpty()) {
                    throw file.corrupt("uses the special token " + token + " without ids", null);
                }
                ids.forEach(id -> pieces.add(new Special(file.id(id, "post_processor"), typeId(special))));
            } else if (sequence.isObject() && (name.equals("A") || name.equals("B"))) {
                pieces.add(new Text(name.equals("A") ? 0 : 1, typeId(sequence)));
            } else {
                throw file.corrupt(
                        "has a post_processor whose template \"" + template
                                + "\" holds neither a special token nor a text",
                        null);
            }
        }
        return pieces;
    }

    private int typeId(JsonNode piece) {
        return file.id(piece.path("type_id"), "post_processor");
    }
}
