package dev.comptoir.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.comptoir.onnx.tokenize.Tokens;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ONNX Runtime alone: inputs made beforehand, outputs thrown away. Nothing that runs the same session can be faster. */
final class RawOnnx implements AutoCloseable {
    private final OrtSession session;
    private final List<Map<String, OnnxTensor>> inputs = new ArrayList<>();

    /**
     * Opens the model and makes the inputs.
     *
     * @param texts what to run, one a run
     */
    RawOnnx(byte[] model, List<Tokens> texts) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(model, options);
        }
        for (Tokens text : texts) {
            long[] shape = {1, text.size()};
            long[] mask = new long[text.size()];
            Arrays.fill(mask, 1);
            Map<String, OnnxTensor> one = new HashMap<>();
            for (String name : session.getInputNames()) {
                long[] values = switch (name) {
                    case "attention_mask" -> mask;
                    case "token_type_ids" -> text.typeIds();
                    default -> text.ids();
                };
                one.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
            }
            inputs.add(one);
        }
    }

    void run(int text) {
        try {
            session.run(inputs.get(text)).close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws OrtException {
        inputs.forEach(one -> one.values().forEach(OnnxTensor::close));
        session.close();
    }
}
