package dev.comptoir.onnx.tokenize;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Compiles replacements into the table that SentencePiece writes into its models. */
final class TinyCharsmap {
    private int[] units = new int[1 << 12];
    private final BitSet used = new BitSet();
    private final byte[][] keys;
    private final int[] values;
    private int firstFree;

    private TinyCharsmap(byte[][] keys, int[] values) {
        this.keys = keys;
        this.values = values;
    }

    static String base64(Map<String, String> replacements) {
        TreeMap<byte[], String> sorted = new TreeMap<>(Comparator.comparing(bytes -> bytes, Arrays::compareUnsigned));
        replacements.forEach((from, to) -> sorted.put(from.getBytes(StandardCharsets.UTF_8), to));
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        int[] values = new int[sorted.size()];
        int count = 0;
        for (String to : sorted.values()) {
            values[count++] = texts.size();
            texts.writeBytes(to.getBytes(StandardCharsets.UTF_8));
            texts.write(0);
        }
        TinyCharsmap map = new TinyCharsmap(sorted.keySet().toArray(new byte[0][]), values);
        map.used.set(0);
        map.build(0, 0, values.length, 0);
        int length = map.used.length() + 256;
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * length + texts.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(4 * length);
        for (int i = 0; i < length; i++) {
            out.putInt(i < map.units.length ? map.units[i] : 0);
        }
        out.put(texts.toByteArray());
        return Base64.getEncoder().encodeToString(out.array());
    }

    /** The compatibility forms of all code points and of letters with a mark, and blanks for other spaces. */
    static Map<String, String> compatibility() {
        Map<String, String> map = new TreeMap<>();
        for (int c = 1; c < 0x30000; c++) {
            if (Character.isDefined(c) && !Character.isSurrogate((char) c)) {
                String text = Character.toString(c);
                String form = Normalizer.normalize(text, Normalizer.Form.NFKC);
                if (c < ' ' || c == 0x7F || c == 0x200B || c == 0xFEFF) {
                    map.put(text, c == '\t' || c == '\n' || c == '\r' ? " " : "");
                } else if (CharClass.isWhitespace(c)) {
                    map.put(text, " ");
                } else if (!form.equals(text)) {
                    map.put(text, form);
                }
                String parts = Normalizer.normalize(text, Normalizer.Form.NFD);
                if (!parts.equals(text) && c < 0x2000) {
                    map.put(parts, form);
                }
            }
        }
        map.remove(" ");
        return map;
    }

    private void build(int node, int from, int to, int depth) {
        boolean leaf = keys[from].length == depth;
        int first = leaf ? from + 1 : from;
        BitSet labels = new BitSet();
        for (int i = first; i < to; i++) {
            labels.set(keys[i][depth] & 0xFF);
        }
        int base = free(node, labels, leaf);
        units[node] |= (node ^ base) << 10;
        if (leaf) {
            units[node] |= 1 << 8;
            units[base] = values[from] | 1 << 31;
            used.set(base);
        }
        labels.stream().forEach(label -> {
            units[base ^ label] = label;
            used.set(base ^ label);
        });
        for (int start = first; start < to; ) {
            int label = keys[start][depth] & 0xFF;
            int end = start;
            while (end < to && (keys[end][depth] & 0xFF) == label) {
                end++;
            }
            build(base ^ label, start, end, depth + 1);
            start = end;
        }
    }

    private int free(int node, BitSet labels, boolean leaf) {
        firstFree = used.nextClearBit(firstFree);
        int label = leaf ? 0 : labels.nextSetBit(0);
        for (int slot = firstFree; ; slot = used.nextClearBit(slot + 1)) {
            int base = slot ^ label;
            if ((node ^ base) < 1 << 21
                    && (!leaf || !used.get(base))
                    && labels.stream().noneMatch(other -> used.get(base ^ other))) {
                if (base + 256 >= units.length) {
                    units = Arrays.copyOf(units, Math.max(2 * units.length, base + 512));
                }
                return base;
            }
        }
    }
}
