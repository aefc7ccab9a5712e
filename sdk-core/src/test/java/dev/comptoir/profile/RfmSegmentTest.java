package dev.comptoir.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RfmSegmentTest {
    /** The grid once more, as it is printed: from fm 5 down, recency from 1 up. */
    private static final List<String> GRID = List.of("NNLLC", "AALLC", "AAWPP", "HHSPP", "HHSOE");

    private static final Map<String, RfmSegment> LETTERS = Map.of(
            "N", RfmSegment.CAN_NOT_LOSE,
            "A", RfmSegment.AT_RISK,
            "L", RfmSegment.LOYAL,
            "C", RfmSegment.CHAMPIONS,
            "W", RfmSegment.NEEDS_ATTENTION,
            "P", RfmSegment.POTENTIAL_LOYALISTS,
            "H", RfmSegment.HIBERNATING,
            "S", RfmSegment.ABOUT_TO_SLEEP,
            "O", RfmSegment.PROMISING,
            "E", RfmSegment.NEW_CUSTOMERS);

    @Test
    void all125ScoresHaveTheOneGroupOfTheGrid() {
        Map<RfmSegment, Integer> met = new EnumMap<>(RfmSegment.class);
        for (int r = 1; r <= 5; r++) {
            for (int f = 1; f <= 5; f++) {
                for (int m = 1; m <= 5; m++) {
                    int fm = (int) Math.floor((f + m) / 2.0 + 0.5);
                    RfmSegment segment = RfmSegment.of(new RfmScore(r, f, m));
                    assertThat(segment)
                            .as("R%d F%d M%d", r, f, m)
                            .isEqualTo(LETTERS.get(GRID.get(5 - fm).substring(r - 1, r)));
                    met.merge(segment, 1, Integer::sum);
                }
            }
        }
        assertThat(met).hasSize(RfmSegment.values().length);
        assertThat(met.values().stream().mapToInt(count -> count).sum()).isEqualTo(125);
    }

    @Test
    void eachHasANameInFrenchAndInEnglish() {
        for (RfmSegment segment : RfmSegment.values()) {
            assertThat(segment.title(Locale.FRENCH)).isNotBlank();
            assertThat(segment.title(Locale.ENGLISH)).isNotBlank();
        }
        assertThat(RfmSegment.HIBERNATING.title(Locale.CANADA_FRENCH)).isEqualTo("En sommeil");
        assertThat(RfmSegment.NEEDS_ATTENTION.title(Locale.FRENCH)).isEqualTo("À relancer");
    }
}
