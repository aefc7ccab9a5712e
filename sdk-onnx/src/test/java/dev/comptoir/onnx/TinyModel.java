package dev.comptoir.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An ONNX file written by hand: it looks up one row of weights a token, or multiplies a row of features, so its output is
 * known without running it. The field numbers are those of onnx.proto.
 */
public final class TinyModel {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final String IDS = "input_ids";

    private final Proto nodes = new Proto();
    private final Proto inputs = new Proto();
    private final Proto constants = new Proto();
    private String output = "last_hidden_state";
    private int outputType = FLOAT;
    private String[] outputShape = {"batch", "tokens", "width"};
    private String extra = "";
    private boolean typed;

    private TinyModel() {}

    /** Multiplies rows of features by the weights, {@code [features][1 or more]}. */
    public static TinyModel linear(int features) {
        TinyModel model = new TinyModel();
        model.inputs.message(11, valueInfo("features", FLOAT, "rows", String.valueOf(features)));
        model.extra = "Linear";
        model.output = "score";
        model.outputShape = new String[] {"rows", "values"};
        return model;
    }

    /** Looks up {@code weights[id]} for every token. */
    public static TinyModel lookup() {
        TinyModel model = new TinyModel();
        model.input(IDS, INT64, "batch", "tokens");
        return model;
    }

    public TinyModel input(String name, int type, String... shape) {
        inputs.message(11, valueInfo(name, type, shape));
        return this;
    }

    /** One more INT64 input that the model wants and does not use. */
    public TinyModel input(String name) {
        return input(name, INT64, "batch", "tokens");
    }

    /** Gives the mean over the tokens itself. */
    public TinyModel pooled() {
        extra = "ReduceMean";
        outputShape = new String[] {"batch", "width"};
        output = "sentence_embedding";
        return this;
    }

    /** Gives the mean over the tokens as numbers of a classifier. */
    public TinyModel logits() {
        pooled();
        output = "logits";
        return this;
    }

    /** Adds {@code types[segment id]} to what each token has, so that segments show. */
    public TinyModel typed(float[][] types) {
        input("token_type_ids");
        constants.message(5, tensor("types", types));
        typed = true;
        return this;
    }

    /** Multiplies each token's row by a matrix and bends it: products of floats, as in a real model. */
    public TinyModel layer(float[][] matrix) {
        constants.message(5, tensor("matrix", matrix));
        extra = "Layer";
        return this;
    }

    /** Takes from each row the mean over the batch: other values in another batch. */
    public TinyModel mixing() {
        extra = "Mixing";
        return this;
    }

    /** Gives the token's axis first, though it declares the usual three axes. */
    public TinyModel transposed() {
        extra = "Transpose";
        return this;
    }

    /** Gives a single axis. */
    public TinyModel flat() {
        extra = "Flat";
        outputShape = new String[] {"width"};
        return this;
    }

    /** Gives the ids themselves. */
    public TinyModel integers() {
        extra = "Identity";
        outputType = INT64;
        outputShape = new String[] {"batch", "tokens"};
        return this;
    }

    public byte[] bytes(float[][] weights) {
        switch (extra) {
            case "ReduceMean" -> {
                gather("rows");
                node("ReduceMean", "rows", output, ints("axes", 1), integer("keepdims", 0));
            }
            case "Transpose" -> {
                gather("rows");
                node("Transpose", "rows", output, ints("perm", 1, 0, 2));
            }
            case "Flat" -> {
                gather("rows");
                node("ReduceMean", "rows", output, ints("axes", 0, 1), integer("keepdims", 0));
            }
            case "Identity" -> node("Identity", IDS, output);
            case "Linear" -> node("MatMul", List.of("features", "weights"), output);
            case "Layer" -> {
                gather("rows");
                node("MatMul", List.of("rows", "matrix"), "product");
                node("Tanh", "product", output);
            }
            case "Mixing" -> {
                gather("rows");
                node("ReduceMean", "rows", "middle", ints("axes", 0), integer("keepdims", 1));
                node("Sub", List.of("rows", "middle"), output);
            }
            default -> gather(output);
        }
        Proto graph = nodes.text(2, "tiny");
        graph.message(5, tensor("weights", weights))
                .append(constants)
                .append(inputs)
                .message(12, valueInfo(output, outputType, outputShape));
        return new Proto()
                .varint(1, 8)
                .message(8, new Proto().varint(2, 13))
                .message(7, graph)
                .bytes();
    }

    private void gather(String result) {
        if (typed) {
            node("Gather", List.of("weights", IDS), "words");
            node("Gather", List.of("types", "token_type_ids"), "segments");
            node("Add", List.of("words", "segments"), result);
        } else {
            node("Gather", List.of("weights", IDS), result);
        }
    }

    private void node(String operator, String from, String to, Proto... attributes) {
        node(operator, List.of(from), to, attributes);
    }

    private void node(String operator, List<String> from, String to, Proto... attributes) {
        Proto node = new Proto();
        from.forEach(name -> node.text(1, name));
        node.text(2, to).text(4, operator);
        for (Proto attribute : attributes) {
            node.message(5, attribute);
        }
        nodes.message(1, node);
    }

    private static Proto ints(String name, long... values) {
        Proto attribute = new Proto().text(1, name);
        for (long value : values) {
            attribute.varint(8, value);
        }
        return attribute.varint(20, 7);
    }

    private static Proto integer(String name, long value) {
        return new Proto().text(1, name).varint(3, value).varint(20, 2);
    }

    private static Proto valueInfo(String name, int type, String... shape) {
        Proto axes = new Proto();
        for (String axis : shape) {
            boolean number = Character.isDigit(axis.charAt(0));
            axes.message(1, number ? new Proto().varint(1, Long.parseLong(axis)) : new Proto().text(2, axis));
        }
        Proto tensor = new Proto().varint(1, type).message(2, axes);
        return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
    }

    private static Proto tensor(String name, float[][] rows) {
        ByteBuffer raw = ByteBuffer.allocate(4 * rows.length * rows[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : rows) {
            for (float value : row) {
                raw.putFloat(value);
            }
        }
        return new Proto()
                .varint(1, rows.length)
                .varint(1, rows[0].length)
                .varint(2, FLOAT)
                .text(8, name)
                .bytes(9, raw.array());
    }

    /** Protocol buffer wire format: a tag of field and type, then a number or a length with bytes. */
    private static final class Proto {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Proto varint(int field, long value) {
            number(field << 3);
            number(value);
            return this;
        }

        Proto text(int field, String text) {
            return bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Proto message(int field, Proto message) {
            return bytes(field, message.bytes());
        }

        Proto bytes(int field, byte[] bytes) {
            number((field << 3) | 2);
            number(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Proto append(Proto other) {
            out.writeBytes(other.bytes());
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void number(long value) {
            long rest = value;
            while (rest > 0x7F) {
                out.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
