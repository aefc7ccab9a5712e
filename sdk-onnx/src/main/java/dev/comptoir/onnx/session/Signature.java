package dev.comptoir.onnx.session;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model wants and gives.
 *
 * @param inputs names of the inputs to feed
 * @param output name of the output to read
 */
record Signature(Set<String> inputs, String output) {
    static final String IDS = "input_ids";
    static final String MASK = "attention_mask";
    static final String TYPES = "token_type_ids";

    private static final List<String> KNOWN_INPUTS = List.of(IDS, MASK, TYPES);

    Signature {
        inputs = Set.copyOf(inputs);
    }

    static Signature of(OrtSession session, Head head, String source) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        List<String> others = inputs.keySet().stream()
                .filter(name -> !KNOWN_INPUTS.contains(name))
                .sorted()
                .toList();
        if (!others.isEmpty() || !inputs.containsKey(IDS)) {
            throw unsupported(
                    source + " has the inputs " + inputs.keySet() + "; " + IDS + " is needed, and of others only "
                            + MASK + " and " + TYPES + " can be fed"
                            + (others.isEmpty() ? "." : ", not " + String.join(", ", others) + "."),
                    head);
        }
        for (NodeInfo input : inputs.values()) {
            if (!(input.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.INT64) {
                throw unsupported(
                        source + " wants another type than INT64 for its input " + input.getName() + ".", head);
            }
        }
        return new Signature(inputs.keySet(), output(session.getOutputInfo().values(), head, source));
    }

    private static String output(Collection<NodeInfo> outputs, Head head, String source) {
        NodeInfo chosen = outputs.stream()
                .filter(output -> output.getName().equals(head.output()))
                .findFirst()
                .orElseGet(() -> outputs.iterator().next());
        if (!(chosen.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw unsupported(source + " gives another type than FLOAT in its output " + chosen.getName() + ".", head);
        }
        int axes = tensor.getShape().length;
        if (!head.hasAxes(axes)) {
            throw unsupported(
                    source + " gives " + axes + " axes in its output " + chosen.getName() + "; needed are "
                            + head.axes() + ".",
                    head);
        }
        return chosen.getName();
    }

    private static ModelException unsupported(String message, Head head) {
        return new ModelException(
                ErrorCode.MODEL_UNSUPPORTED, message + " Maybe export the model for the task " + head.task() + "?");
    }
}
