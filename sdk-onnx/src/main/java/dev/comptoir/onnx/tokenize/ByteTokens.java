package dev.comptoir.onnx.tokenize;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The ids of single bytes, for what a vocabulary has no piece for. Immutable. */
final class ByteTokens {
    private static final int NONE = -1;

    private final int[] ids;

    private ByteTokens(int[] ids) {
        this.ids = ids;
    }

    static ByteTokens none() {
        int[] ids = new int[256];
        Arrays.fill(ids, NONE);
        return new ByteTokens(ids);
    }

    /** Those that a vocabulary has, written {@code <0x0A>}. */
    static ByteTokens of(Map<String, Integer> vocabulary) {
        ByteTokens tokens = none();
        for (int b = 0; b < tokens.ids.length; b++) {
            int value = b;
            Optional.ofNullable(vocabulary.get(String.format("<0x%02X>", value)))
                    .ifPresent(id -> tokens.ids[value] = id);
        }
        return tokens;
    }

    /** Whether there is an id for every one of the bytes. */
    boolean covers(byte[] bytes) {
        for (byte b : bytes) {
            if (id(b) == NONE) {
                return false;
            }
        }
        return true;
    }

    int id(byte b) {
        return ids[b & 0xFF];
    }

    boolean write(byte[] bytes, Ids out) {
        for (byte b : bytes) {
            if (!out.add(id(b))) {
                return false;
            }
        }
        return true;
    }
}
