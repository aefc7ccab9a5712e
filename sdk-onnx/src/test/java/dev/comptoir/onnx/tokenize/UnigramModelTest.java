package dev.comptoir.onnx.tokenize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Definitions worked by hand. */
class UnigramModelTest {
    private final Map<String, Integer> pieces = new HashMap<>();
    private final double[] scores = new double[9];

    @Test
    void takesThePiecesOfTheHighestSum() {
        // ab + c = -3, a + bc = -3.5, a + b + c = -6, abc has no piece.
        with(1, "a", -2);
        with(2, "b", -2);
        with(3, "c", -2);
        with(4, "ab", -1);
        with(5, "bc", -1.5);
        assertThat(cut("abc")).containsExactly(4, 3);
        scores[5] = -0.5;
        assertThat(cut("abc")).containsExactly(1, 5);
    }

    @Test
    void takesTheLongerLastPieceOfEqualSums() {
        with(1, "a", -1);
        with(2, "b", -1);
        with(3, "ab", -1);
        with(4, "ba", -1);
        // ab + a and a + ba are both -2: the one found first has the last piece that begins first.
        assertThat(cut("aba")).containsExactly(1, 4);
        scores[3] = -2;
        assertThat(cut("ab")).containsExactly(3);
    }

    @Test
    void takesUnknownNeighboursTogether() {
        with(1, "a", -1);
        assertThat(cut("xyazä中")).containsExactly(0, 1, 0);
        assertThat(cut("😀😀")).containsExactly(0);
    }

    @Test
    void scoresUnknownCharactersTenBelowTheLowest() {
        with(1, "xa", -3);
        with(2, "b", -3);
        with(3, "c", -3);
        with(4, "d", -3);
        with(5, "e", -3);
        with(6, "abcd", 0);
        with(7, "abcde", 0);
        // The lowest is -3, unknown -13: four pieces of -3 are more than that, five are less.
        assertThat(cut("xabcd")).containsExactly(1, 2, 3, 4);
        assertThat(cut("xabcde")).containsExactly(0, 7);
    }

    @Test
    void writesBytesOnlyWhereItHasThemAll() {
        with(1, "a", -1);
        pieces.put("<0xC3>", 5);
        pieces.put("<0xA9>", 6);
        ByteTokens bytes = ByteTokens.of(pieces);
        assertThat(cut("aéa", bytes)).containsExactly(1, 5, 6, 1);
        assertThat(cut("aéèa", bytes)).containsExactly(1, 0, 1);
    }

    private void with(int id, String piece, double score) {
        pieces.put(piece, id);
        scores[id] = score;
    }

    private long[] cut(String word) {
        return cut(word, ByteTokens.none());
    }

    private long[] cut(String word, ByteTokens bytes) {
        Ids ids = new Ids(100, false);
        assertThat(new UnigramModel(new PieceTrie(pieces), scores.clone(), 0, bytes)
                        .into(ids)
                        .cut(word))
                .isTrue();
        long[] all = new long[ids.count()];
        ids.copyTo(all, 0);
        return Arrays.copyOf(all, all.length);
    }
}
