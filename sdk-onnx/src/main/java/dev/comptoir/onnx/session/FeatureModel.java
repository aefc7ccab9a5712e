package dev.comptoir.onnx.session;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX model that reads rows of numbers and gives one for each. Runs, threads and memory as in {@link TextModel}.
 * Thread-safe.
 */
public final class FeatureModel implements AutoCloseable {
    private final SharedSession shared;
    private final String input;
    private final String output;
    private final WorkerGate gate;

    private FeatureModel(SharedSession shared, String input, String output, WorkerGate gate) {
        this.shared = shared;
        this.input = input;
        this.output = output;
        this.gate = gate;
    }

    /**
     * Opens a model with one input, FLOAT [rows, features], and an output FLOAT of one number a row, or of two of which the
     * second is the chance of a yes.
     *
     * @param features columns it has to read
     * @throws ModelException {@code MODEL_CORRUPT} if it cannot be read, {@code MODEL_UNSUPPORTED} if it is of another
     *     kind or this platform has no native library, {@code MODEL_DIMENSION} if it reads another number of columns
     */
    public static FeatureModel open(ModelSource source, int features, RunLimits limits) {
        SharedSession shared = SharedSession.of(source);
        try {
            String input = input(shared.session().getInputInfo().values(), features, source.name());
            String output = output(shared.session().getOutputInfo().values(), source.name());
            return new FeatureModel(shared, input, output, new WorkerGate(source.name(), limits));
        } catch (OrtException e) {
            shared.close();
            throw new ModelException(
                    ErrorCode.MODEL_CORRUPT, source.name() + " does not say what it reads: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            shared.close();
            throw e;
        }
    }

    private static String input(Collection<NodeInfo> inputs, int features, String source) {
        NodeInfo input = inputs.iterator().next();
        if (inputs.size() != 1
                || !(input.getInfo() instanceof TensorInfo tensor)
                || tensor.type != OnnxJavaType.FLOAT
                || tensor.getShape().length != 2) {
            throw unsupported(source + " has the inputs "
                    + inputs.stream().map(NodeInfo::getName).sorted().toList()
                    + "; needed is one of type FLOAT with 2 axes (row, feature).");
        }
        long columns = tensor.getShape()[1];
        if (columns > 0 && columns != features) {
            throw new ModelException(
                    ErrorCode.MODEL_DIMENSION,
                    source + " reads " + columns + " features, but " + features + " are named. Maybe the list is that"
                            + " of another training?");
        }
        return input.getName();
    }

    private static String output(Collection<NodeInfo> outputs, String source) {
        return outputs.stream()
                .filter(output -> output.getInfo() instanceof TensorInfo tensor
                        && tensor.type == OnnxJavaType.FLOAT
                        && tensor.getShape().length <= 2)
                .map(NodeInfo::getName)
                .findFirst()
                .orElseThrow(() -> unsupported(source + " has the outputs "
                        + outputs.stream().map(NodeInfo::getName).sorted().toList()
                        + "; none is of type FLOAT with 1 axis (row) or 2 (row, value)."));
    }

    private static ModelException unsupported(String message) {
        return new ModelException(
                ErrorCode.MODEL_UNSUPPORTED,
                message + " Maybe export the model without the step that turns its values into a map (zipmap)?");
    }

    /**
     * Runs the model once.
     *
     * @param rows as many features each as the model reads
     * @param from first row, inclusive
     * @param to last row, exclusive
     * @return one number a row, as the model gives it
     * @see TextModel#run(dev.comptoir.onnx.tokenize.Tokens, Deadline)
     */
    public float[] run(float[][] rows, int from, int to, Deadline deadline) {
        int width = rows[from].length;
        FloatBuffer values = ByteBuffer.allocateDirect(Float.BYTES * (to - from) * width)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int row = from; row < to; row++) {
            values.put(rows[row]);
        }
        gate.enter(deadline);
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(shared.environment(), values.flip(), new long[] {to - from, width});
                OrtSession.Result result = shared.session().run(Map.of(input, tensor), Set.of(output))) {
            return column((OnnxTensor) result.get(0), to - from);
        } catch (OrtException e) {
            throw new ModelException(
                    ErrorCode.MODEL_FAILED,
                    shared.name() + " failed on " + (to - from) + " rows of " + width + " features: " + e.getMessage()
                            + " Maybe it reads another number of features?",
                    e);
        } finally {
            gate.leave();
        }
    }

    private float[] column(OnnxTensor tensor, int rows) {
        long[] shape = tensor.getInfo().getShape();
        FloatBuffer values = tensor.getFloatBuffer();
        int width = values.remaining() / rows;
        if (width * rows != values.remaining() || width < 1 || width > 2 || shape[0] != rows) {
            throw new ModelException(
                    ErrorCode.MODEL_UNSUPPORTED,
                    shared.name() + " gave the shape " + Arrays.toString(shape) + " for " + rows + " rows; [" + rows
                            + "], [" + rows + ", 1] or [" + rows + ", 2] is needed.");
        }
        float[] column = new float[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = values.get(row * width + width - 1);
        }
        return column;
    }

    /** As {@link TextModel#close()}. */
    @Override
    public void close() {
        gate.close(shared::close);
    }
}
