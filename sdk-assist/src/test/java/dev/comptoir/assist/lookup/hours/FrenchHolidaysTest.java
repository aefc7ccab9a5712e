package dev.comptoir.assist.lookup.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.assist.lookup.hours.FrenchHolidays.Territory;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchHolidaysTest {
    /** Known Sundays, among them the earliest and the latest possible and the two exceptions of the Gregorian tables. */
    @ParameterizedTest
    @CsvSource({
        "1583-04-10",
        "1761-03-22",
        "1818-03-22",
        "1886-04-25",
        "1943-04-25",
        "1954-04-18",
        "1961-04-02",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2285-03-22"
    })
    void easter_isOnKnownDays(LocalDate sunday) {
        assertThat(Easter.of(sunday.getYear())).isEqualTo(sunday);
    }

    /** Against Gauss's rule in its plain form (1816 correction), for every year of ten centuries. */
    @Test
    void easter_isAsGaussComputesIt() {
        for (int year = 1583; year <= 2600; year++) {
            LocalDate easter = Easter.of(year);
            assertThat(easter).as("%s", year).isEqualTo(gauss(year));
            assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        }
    }

    private static LocalDate gauss(int year) {
        int k = year / 100;
        int p = (13 + 8 * k) / 25;
        int q = k / 4;
        int m = Math.floorMod(15 - p + k - q, 30);
        int n = Math.floorMod(4 + k - q, 7);
        int a = year % 19;
        int d = (19 * a + m) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
        int offset = 22 + d + e;
        if (d == 29 && e == 6) {
            offset = 50;
        } else if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) {
            offset = 49;
        }
        return LocalDate.of(year, 3, 1).plusDays(offset - 1);
    }

    @Test
    void of_listsTheElevenOfAllFrance() {
        assertThat(FrenchHolidays.metropolitan().of(2026).values())
                .containsExactlyInAnyOrder(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 8),
                        LocalDate.of(2026, 5, 14),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 7, 14),
                        LocalDate.of(2026, 8, 15),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 11),
                        LocalDate.of(2026, 12, 25));
    }

    @Test
    void alsaceMoselle_hasTwoMore() {
        assertThat(FrenchHolidays.alsaceMoselle().of(2026)).hasSize(13);
        assertThat(FrenchHolidays.alsaceMoselle().on(LocalDate.of(2026, 4, 3)))
                .containsExactly(FrenchHoliday.GOOD_FRIDAY);
        assertThat(FrenchHolidays.alsaceMoselle().on(LocalDate.of(2026, 12, 26)))
                .containsExactly(FrenchHoliday.SECOND_CHRISTMAS);
        assertThat(FrenchHolidays.metropolitan().on(LocalDate.of(2026, 12, 26))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MAYOTTE,2026-04-27",
        "MARTINIQUE,2026-05-22",
        "GUADELOUPE,2026-05-27",
        "SAINT_MARTIN,2026-05-28",
        "GUYANE,2026-06-10",
        "SAINT_BARTHELEMY,2026-10-09",
        "REUNION,2026-12-20"
    })
    void overseas_hasItsDayOfAbolition(Territory territory, LocalDate day) {
        assertThat(FrenchHolidays.overseas(territory).on(day)).containsExactly(FrenchHoliday.ABOLITION_OF_SLAVERY);
        assertThat(FrenchHolidays.metropolitan().on(day)).isEmpty();
    }

    @Test
    void on_namesBothThatFallOnOneDay() {
        assertThat(FrenchHolidays.metropolitan().on(LocalDate.of(2008, 5, 1)))
                .isEqualTo(List.of(FrenchHoliday.LABOUR_DAY, FrenchHoliday.ASCENSION));
    }

    @Test
    void of_aYearOutsideOfTheCalendar_isRefused() {
        assertThatThrownBy(() -> FrenchHolidays.metropolitan().of(1582))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1582");
        assertThat(FrenchHolidays.metropolitan().on(LocalDate.of(-4, 1, 1))).isEmpty();
    }
}
