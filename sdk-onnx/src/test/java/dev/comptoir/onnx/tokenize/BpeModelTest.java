package dev.comptoir.onnx.tokenize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Definitions worked by hand, and the heap beside joining pair by pair. */
class BpeModelTest {
    private final Map<String, Integer> pieces = new HashMap<>();
    private final List<int[]> learned = new ArrayList<>();
    private final BpeMerges merges = new BpeMerges(1);

    @Test
    void joinsThePairLearnedFirst() {
        letters("abc");
        join("b", "c");
        join("a", "b");
        join("a", "bc");
        assertThat(cut("abc")).containsExactly(id("abc"));
        assertThat(cut("abab")).containsExactly(id("ab"), id("ab"));
        assertThat(cut("cbabc")).containsExactly(id("c"), id("b"), id("abc"));
    }

    @Test
    void joinsTheLeftmostOfEqualPairs() {
        letters("a");
        join("a", "a");
        assertThat(cut("aaa")).containsExactly(id("aa"), id("a"));
        join("aa", "a");
        assertThat(cut("aaaaa")).containsExactly(id("aa"), id("aaa"));
    }

    @Test
    void leavesOutWhatIsUnknownWithoutAToken() {
        letters("ab");
        join("a", "b");
        assertThat(cut("axb")).containsExactly(id("ab"));
    }

    @Test
    void marksTheEndOfAWordAndTheInsideOfOne() {
        pieces.putAll(Map.of("<unk>", 0, "a", 1, "@b", 2, "@b$", 3, "a$", 4));
        BpeModel.Symbols symbols = new BpeModel.Symbols("@", "$", 0, false, ByteTokens.none(), false);
        assertThat(cut("abb", symbols)).containsExactly(1, 2, 3);
        assertThat(cut("a", symbols)).containsExactly(4);
        assertThat(cut("axyb", symbols)).containsExactly(1, 0, 0, 3);
    }

    @Test
    void joinsAsPairByPairWould() {
        for (long seed = 1; seed <= 300; seed++) {
            BpeModelTest test = new BpeModelTest();
            Random random = new Random(seed);
            test.letters("abc");
            List<String> known = new ArrayList<>(List.of("a", "b", "c"));
            for (int i = 0; i < 8; i++) {
                String left = known.get(random.nextInt(known.size()));
                String right = known.get(random.nextInt(known.size()));
                if (test.join(left, right)) {
                    known.add(left + right);
                }
            }
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.nextInt(30); length > 0; length--) {
                word.append((char) ('a' + random.nextInt(3)));
            }
            assertThat(test.cut(word.toString())).as("seed %d", seed).isEqualTo(test.pairByPair(word.toString()));
        }
    }

    private long[] pairByPair(String word) {
        List<Integer> symbols = new ArrayList<>();
        word.chars().forEach(c -> symbols.add(id(String.valueOf((char) c))));
        while (true) {
            int best = -1;
            for (int at = 0; at + 1 < symbols.size(); at++) {
                int rank = merges.rank(symbols.get(at), symbols.get(at + 1));
                if (rank >= 0 && (best < 0 || rank < merges.rank(symbols.get(best), symbols.get(best + 1)))) {
                    best = at;
                }
            }
            if (best < 0) {
                return symbols.stream().mapToLong(Integer::longValue).toArray();
            }
            int right = symbols.remove(best + 1);
            symbols.set(best, merges.joined(merges.rank(symbols.get(best), right)));
        }
    }

    private void letters(String letters) {
        letters.chars().forEach(c -> pieces.put(String.valueOf((char) c), pieces.size()));
    }

    /** {@code false} where the pair would make a piece that is there already. */
    private boolean join(String left, String right) {
        if (pieces.putIfAbsent(left + right, pieces.size()) != null) {
            return false;
        }
        merges.add(learned.size(), id(left), id(right), id(left + right));
        learned.add(new int[] {id(left), id(right)});
        return true;
    }

    private int id(String piece) {
        return pieces.get(piece);
    }

    private long[] cut(String word) {
        return cut(word, new BpeModel.Symbols("", "", null, false, ByteTokens.none(), false));
    }

    private long[] cut(String word, BpeModel.Symbols symbols) {
        Ids ids = new Ids(100, false);
        assertThat(new BpeModel(pieces, merges, symbols).into(ids).cut(word)).isTrue();
        long[] all = new long[ids.count()];
        ids.copyTo(all, 0);
        return all;
    }
}
