package dev.comptoir.onnx.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.comptoir.onnx.TinyTokenizer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Definitions worked by hand; pieces: pain 4, ##ing 5, open 6, ! 7; unknown 1, around every text 2 and 3. */
class WordPieceTokenizerTest {
    private final Tokenizer tokenizer = Tokenizer.read(TinyTokenizer.bytes(), "The test's file");

    @Test
    void takesTheLongestPieceFromTheLeft() {
        assertIds("open", 2, 6, 3);
        assertIds("opening", 2, 6, 5, 3);
        assertIds("openinging", 2, 6, 5, 5, 3);
    }

    @Test
    void callsAWordUnknownAsAWholeWhenAnyPartIs() {
        assertIds("openx", 2, 1, 3);
        assertIds("ing", 2, 1, 3);
    }

    @Test
    void setsPunctuationApartAndFoldsCaseAndAccents() {
        assertIds("Opén!PAIN", 2, 6, 7, 4, 3);
        assertIds("ope\u0301n", 2, 6, 3);
    }

    @Test
    void removesControlsWithoutCuttingTheWord() {
        assertIds("op\u200Ben\u0000", 2, 6, 3);
    }

    @Test
    void callsAWordOfMoreThanTheLongestLengthUnknown() {
        assertIds("openinging!", 2, 6, 5, 5, 7, 3);
        assertIds("paininginging", 2, 1, 3);
    }

    @Test
    void findsSpecialTokensWrittenInTheText() {
        assertIds("pain[CLS]pain", 2, 4, 2, 4, 3);
        assertIds("[cls]", 2, 1, 1, 1, 3);
    }

    @Test
    void keepsOnlyTheSpecialTokensOfAnEmptyText() {
        assertIds("", 2, 3);
        assertIds(" \t\r\n\u3000", 2, 3);
    }

    @Test
    void countsLoneSurrogatesAsTheReplacementCharacter() {
        assertIds("open\uD83D pain\uDE00", 2, 6, 4, 3);
        assertThat(tokenizer.encode("x\uD83D", 9)).isEqualTo(tokenizer.encode("x\uFFFD", 9));
    }

    @Test
    void leavesOutWhatIsOverTheLimitAndSaysSo() {
        Tokens tokens = tokenizer.encode("pain pain opening", 5);
        assertThat(tokens.ids()).containsExactly(2, 4, 4, 6, 3);
        assertThat(tokens.truncated()).isTrue();
        assertThat(tokenizer.encode("pain pain pain", 5).truncated()).isFalse();
    }

    @Test
    void refusesALimitWithoutRoomForTheText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokenizer.encode("pain", 2))
                .withMessageContaining("maxTokens is 2")
                .withMessageContaining("at least 3");
    }

    @Test
    void normalizesNoMoreOfATextThanItReads() {
        AtomicInteger read = new AtomicInteger();
        CharSequence endless = new Repeating("pain ", 1 << 20, read);
        Ids ids = new Ids(10, false);
        WordCutter cutter = new WordCutter(new Vocabulary(Map.of("pain", 4), "##", 1), 100, true, ids);
        new BertNormalizer(true, true, true, true).normalize(endless, 0, endless.length(), cutter);
        assertThat(ids.count()).isEqualTo(10);
        assertThat(ids.truncated()).isTrue();
        assertThat(read.get()).isLessThan(11 * 5 * 4);
    }

    @Test
    void treatsAMegabyteOfAnythingAsItsBeginning() {
        int megabyte = 1 << 20;
        for (String unit :
                new String[] {"x", "\u00E9", "\u0301\u0323", "\u4E2D", "!", "\u0001", " ", "[", "[CLS]", "open"}) {
            Tokens tokens = tokenizer.encode(unit.repeat(megabyte / unit.length()), 64);
            assertThat(tokens).isEqualTo(tokenizer.encode(unit.repeat(100), 64));
            assertThat(tokens.size()).isLessThanOrEqualTo(64);
        }
    }

    @Test
    void hidesIdsFromLogs() {
        assertThat(tokenizer.encode("pain", 9)).hasToString("Tokens[size=3, truncated=false]");
    }

    private void assertIds(String text, long... expected) {
        assertThat(tokenizer.encode(text, 64).ids()).containsExactly(expected);
    }

    /** Counts how many of its characters are looked at. */
    private record Repeating(String unit, int length, AtomicInteger read) implements CharSequence {
        @Override
        public char charAt(int index) {
            read.incrementAndGet();
            return unit.charAt(index % unit.length());
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new UnsupportedOperationException();
        }
    }
}
