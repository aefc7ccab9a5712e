package dev.comptoir.onnx.tokenize;

import java.util.Arrays;
import java.util.Map;

/** A vocabulary read letter by letter. Immutable. */
final class PieceTrie {
    static final int ROOT = 0;
    static final int NONE = -1;

    private final LongTable children;
    private final int[] pieces;

    PieceTrie(Map<String, Integer> vocabulary) {
        children = new LongTable(3 * vocabulary.size());
        int[] found = new int[Math.max(16, 2 * vocabulary.size())];
        Arrays.fill(found, NONE);
        int nodes = 1;
        for (Map.Entry<String, Integer> piece : vocabulary.entrySet()) {
            int node = ROOT;
            for (int i = 0; i < piece.getKey().length(); i++) {
                long key = key(node, piece.getKey().charAt(i));
                int child = children.get(key);
                if (child == LongTable.ABSENT) {
                    child = nodes++;
                    children.put(key, child);
                }
                node = child;
            }
            if (node >= found.length) {
                int before = found.length;
                found = Arrays.copyOf(found, Math.max(2 * before, node + 1));
                Arrays.fill(found, before, found.length, NONE);
            }
            if (node != ROOT) {
                found[node] = piece.getValue();
            }
        }
        pieces = Arrays.copyOf(found, nodes);
        if (nodes > found.length) {
            Arrays.fill(pieces, found.length, nodes, NONE);
        }
    }

    /** The node one letter further, or {@link #NONE}. */
    int child(int node, char letter) {
        return children.get(key(node, letter));
    }

    /** The id of the piece that ends at a node, or {@link #NONE}. */
    int piece(int node) {
        return pieces[node];
    }

    /** The id of the piece between two places of a text, or {@link #NONE}. */
    int find(String text, int from, int to) {
        int node = ROOT;
        for (int at = from; at < to && node != NONE; at++) {
            node = child(node, text.charAt(at));
        }
        return node == NONE ? NONE : piece(node);
    }

    private static long key(int node, char letter) {
        return ((long) node << Character.SIZE) | letter;
    }
}
