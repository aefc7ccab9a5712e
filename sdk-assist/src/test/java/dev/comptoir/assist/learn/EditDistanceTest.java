package dev.comptoir.assist.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EditDistanceTest {
    @Test
    void workedByHand() {
        assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
        assertThat(EditDistance.between("", "abc")).isEqualTo(3);
        assertThat(EditDistance.between("abc", "abc")).isZero();
        assertThat(EditDistance.normalized("chat", "chats")).isCloseTo(0.2, within(1e-12));
        assertThat(EditDistance.normalized("", "")).isZero();
        assertThat(EditDistance.normalized("abc", "xyz")).isEqualTo(1);
    }

    @Test
    void equalsTheTableOfWagnerAndFischerOnRandomTexts() {
        long seed = 1999;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            int letters = 2 + random.nextInt(6);
            String one = text(random, random.nextInt(200), letters);
            String other = text(random, random.nextInt(200), letters);
            assertThat(EditDistance.between(one, other))
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(table(one, other));
        }
        for (int length : new int[] {63, 64, 65, 127, 128, 129}) {
            String one = text(random, length, 3);
            String other = text(random, length + 1, 3);
            assertThat(EditDistance.between(one, other)).as("length " + length).isEqualTo(table(one, other));
        }
    }

    @Test
    void theLongestTextsAreCompared() {
        SplittableRandom random = new SplittableRandom(5);
        String one = text(random, EditDistance.MAX_LENGTH, 26);
        String other = text(random, EditDistance.MAX_LENGTH, 26);

        assertThat(EditDistance.normalized(one, other)).isBetween(0.5, 1.0);
        assertThatThrownBy(() -> EditDistance.normalized(one + "x", other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(SplittableRandom random, int length, int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(letters)));
        }
        return text.toString();
    }

    private static int table(String one, String other) {
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                } else {
                    int exchanged = distance[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                    distance[i][j] = Math.min(exchanged, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
                }
            }
        }
        return distance[one.length()][other.length()];
    }
}
