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
    private static final String PREFERRED_OUTPUT = "last_hidden_state";

    Signature {
        inputs = Set.copyOf(inputs);
    }

    static Signature of(OrtSession session, String source) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        List<String> others = inputs.keySet().stream()
                .filter(name -> !KNOWN_INPUTS.contains(name))
                .sorted()
                .toList();
        if (!others.isEmpty() || !inputs.containsKey(IDS)) {
            throw unsupported(
                    source + " has the inputs " + inputs.keySet() + "; " + IDS + " is needed, and of others only "
                            + MASK + " and " + TYPES + " can be fed"
                            + (others.isEmpty() ? "." : ", not " + String.join(", ", others) + "."));
        }
        for (NodeInfo input : inputs.values()) {
            if (!(input.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.INT64) {
                throw unsupported(source + " wants another type than INT64 for its input " + input.getName() + ".");
            }
        }
        return new Signature(inputs.keySet(), output(session.getOutputInfo().values(), source));
    }

    private static String output(Collection<NodeInfo> outputs, String source) {
        NodeInfo chosen = outputs.stream()
                .filter(output -> output.getName().equals(PREFERRED_OUTPUT))
                .findFirst()
                .orElseGet(() -> outputs.iterator().next());
        if (!(chosen.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw unsupported(source + " gives another type than FLOAT in its output " + chosen.getName() + ".");
        }
        int rank = tensor.getShape().length;
        if (rank != 2 && rank != 3) {
            throw unsupported(source + " gives " + rank + " axes in its output " + chosen.getName()
                    + "; needed are 3 (text, token, value) or 2 (text, value).");
        }
        return chosen.getName();
    }

    private static ModelException unsupported(String message) {
        return new ModelException(
                ErrorCode.MODEL_UNSUPPORTED, message + " Maybe export the model for the task feature-extraction?");
    }
}
