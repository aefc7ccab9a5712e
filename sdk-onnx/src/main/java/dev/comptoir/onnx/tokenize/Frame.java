package dev.comptoir.onnx.tokenize;

import java.util.Arrays;
import java.util.List;

/**
 * The special tokens around a text.
 *
 * @param before those before it
 * @param after those after it
 * @param textType segment id of the text itself
 */
record Frame(List<Special> before, List<Special> after, long textType) {
    /** A special token and its segment id. */
    record Special(long id, long type) {}

    Frame {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Number of special tokens. */
    int size() {
        return before.size() + after.size();
    }

    Tokens around(Ids text) {
        int end = before.size() + text.count();
        long[] ids = new long[end + after.size()];
        long[] types = new long[ids.length];
        put(before, ids, types, 0);
        text.copyTo(ids, before.size());
        Arrays.fill(types, before.size(), end, textType);
        put(after, ids, types, end);
        return new Tokens(ids, types, text.truncated());
    }

    private static void put(List<Special> specials, long[] ids, long[] types, int offset) {
        for (int i = 0; i < specials.size(); i++) {
            ids[offset + i] = specials.get(i).id();
            types[offset + i] = specials.get(i).type();
        }
    }
}
