package dev.comptoir.onnx.tokenize;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts words into the pieces that are likeliest together. Immutable. */
final class UnigramModel implements PieceModel {
    private static final double UNKNOWN_PENALTY = 10;

    private final PieceTrie trie;
    private final double[] scores;
    private final int unknown;
    private final double unknownScore;
    private final ByteTokens bytes;

    /**
     * @param scores logarithm of each piece's probability, by id
     * @param bytes written in the place of what is unknown, where it has them all
     */
    UnigramModel(PieceTrie trie, double[] scores, int unknown, ByteTokens bytes) {
        this.trie = trie;
        this.scores = scores;
        this.unknown = unknown;
        this.unknownScore = Arrays.stream(scores).min().orElse(0) - UNKNOWN_PENALTY;
        this.bytes = bytes;
    }

    @Override
    public Cutter into(Ids ids) {
        return new Viterbi(ids);
    }

    /* Kudo, "Subword regularization" (ACL 2018), section 3.2: best(end) = max over pieces of best(start) + score. A
     * character that is no piece of its own may be unknown, at the lowest score less 10. Of equal sums the one found
     * first stays, which is the one whose last piece is longest. Neighbours unknown together count as one. */
    private final class Viterbi implements Cutter {
        private final Ids ids;
        private double[] best = new double[64];
        private int[] start = new int[64];
        private int[] piece = new int[64];

        Viterbi(Ids ids) {
            this.ids = ids;
        }

        @Override
        public boolean cut(String word) {
            forward(word);
            turnRound(word.length());
            int from = 0;
            for (int end = start[0]; end > 0; ) {
                int following = start[end];
                boolean known = piece[end] != unknown;
                if (known || following == 0 || piece[following] != unknown) {
                    if (!(known ? ids.add(piece[end]) : unknown(word, from, end))) {
                        return false;
                    }
                    from = end;
                }
                end = following;
            }
            return true;
        }

        private void forward(String word) {
            int length = word.length();
            if (best.length <= length) {
                int capacity = Math.max(length + 1, 2 * best.length);
                best = new double[capacity];
                start = new int[capacity];
                piece = new int[capacity];
            }
            Arrays.fill(start, 0, length + 1, -1);
            best[0] = 0;
            for (int at = 0; at < length; ) {
                int next = at + Character.charCount(word.codePointAt(at));
                boolean single = false;
                int node = PieceTrie.ROOT;
                for (int end = at; end < length; ) {
                    node = trie.child(node, word.charAt(end++));
                    if (node == PieceTrie.NONE) {
                        break;
                    }
                    int found = trie.piece(node);
                    if (found != PieceTrie.NONE) {
                        offer(at, end, found, scores[found]);
                        single |= end == next;
                    }
                }
                if (!single) {
                    offer(at, next, unknown, unknownScore);
                }
                at = next;
            }
        }

        private void offer(int from, int to, int id, double score) {
            double sum = score + best[from];
            if (start[to] < 0 || sum > best[to]) {
                best[to] = sum;
                start[to] = from;
                piece[to] = id;
            }
        }

        /** Makes of the links from each end of a best piece to its start links to the next end; 0 after the last. */
        private void turnRound(int length) {
            int following = 0;
            for (int end = length; end > 0; ) {
                int before = start[end];
                start[end] = following;
                following = end;
                end = before;
            }
            start[0] = following;
        }

        private boolean unknown(String word, int from, int to) {
            int whole = trie.find(word, from, to);
            if (whole != PieceTrie.NONE) {
                return ids.add(whole);
            }
            byte[] utf8 = word.substring(from, to).getBytes(StandardCharsets.UTF_8);
            return bytes.covers(utf8) ? bytes.write(utf8, ids) : ids.add(unknown);
        }
    }
}
