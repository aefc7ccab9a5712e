package dev.comptoir.onnx.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.comptoir.onnx.tokenize.Tokens;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Native buffers for the inputs of one run at a time, which grow and are used again. Not thread-safe. */
final class TextFeed {
    private LongBuffer ids = direct(0);
    private LongBuffer types = direct(0);
    private LongBuffer mask = direct(0);

    /** The inputs of texts of equal length; to be closed before the next ones are made. */
    Map<String, OnnxTensor> inputs(OrtEnvironment environment, Set<String> names, List<Tokens> texts)
            throws OrtException {
        int length = texts.get(0).size();
        int size = Math.multiplyExact(texts.size(), length);
        grow(size);
        for (Tokens text : texts) {
            text.putInto(ids, types);
        }
        long[] shape = {texts.size(), length};
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            feed(inputs, Signature.IDS, ids, names, environment, shape);
            feed(inputs, Signature.TYPES, types, names, environment, shape);
            feed(inputs, Signature.MASK, mask, names, environment, shape);
            return inputs;
        } catch (OrtException | RuntimeException e) {
            inputs.values().forEach(OnnxTensor::close);
            throw e;
        }
    }

    private static void feed(
            Map<String, OnnxTensor> inputs,
            String name,
            LongBuffer values,
            Set<String> names,
            OrtEnvironment environment,
            long[] shape)
            throws OrtException {
        if (names.contains(name)) {
            inputs.put(name, OnnxTensor.createTensor(environment, values.rewind(), shape));
        }
    }

    private void grow(int size) {
        if (ids.capacity() < size) {
            ids = direct(size);
            types = direct(size);
            mask = direct(size);
            for (int i = 0; i < size; i++) {
                mask.put(i, 1);
            }
        }
        ids.clear().limit(size);
        types.clear().limit(size);
        mask.clear().limit(size);
    }

    private static LongBuffer direct(int size) {
        return ByteBuffer.allocateDirect(Long.BYTES * size)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }
}
