package dev.comptoir.assist.lookup.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ConfigurationException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTextTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lun-ven 9:00-12:30 14:00-19:00; sam 9:00-19:00",
                "lundi - vendredi : 9h-12h30, 14h-19h ; samedi : 9h-19h",
                "Du lundi au vendredi 9 h 00 - 12 h 30 14 h - 19 h\nSamedi 9h à 19h",
                "MON-FRI 09:00-12:30 and 14:00-19:00; Sat 9-19; Sun closed",
                "lun, mar, mer, jeu et ven 9:00–12:30 et 14:00–19:00; le samedi 9:00-19:00; dim fermé",
                "Monday to Friday 9:00 to 12:30, 14:00 to 19:00; Saturday 9:00-19:00; holidays closed"
            })
    void parse_readsManyWaysOfWritingOneWeek(String text) {
        OpeningHours hours = OpeningHours.parse(text, PARIS);
        for (DayOfWeek day : DayOfWeek.values()) {
            assertThat(hours.usually(day).toString())
                    .as("%s", day)
                    .isEqualTo(
                            switch (day) {
                                case SATURDAY -> "[9:00-19:00]";
                                case SUNDAY -> "[]";
                                default -> "[9:00-12:30, 14:00-19:00]";
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lun-ven 9:00-12:30 14:00-19:00; sam 9:00-19:00; dim fermé; jours fériés fermé",
                "lun fermé; mar-dim 7:00-19:30; jours fériés ouvert; 1er mai fermé; noël 7:00-12:00",
                "lun-jeu fermé; ven-sam 18:00-2:00; dim fermé; jours fériés 18:00-24:00; 2026-12-31 18:00-5:00",
                "lun-dim 0:00-24:00; jours fériés ouvert; 2026-08-03..2026-08-16 fermé; 2027-02-01..2027-02-01 fermé"
            })
    void toString_writesWhatParseReads(String text) {
        OpeningHours hours = OpeningHours.parse(text, PARIS);
        assertThat(hours).hasToString(text);
        assertThat(OpeningHours.parse(hours.toString(), PARIS)).isEqualTo(hours).hasSameHashCodeAs(hours);
    }

    @Test
    void parse_datesAndHolidays() {
        OpeningHours hours = OpeningHours.parse(
                "tlj 9h-18h; les jours fériés 10h-12h; Lundi de Pâques fermé; Ascension ouvert; 24/12/2026 9h-16h;"
                        + " du 03/08/2026 au 16/08/2026 fermé; 2026-09-01 fermé",
                PARIS);
        assertThat(hours.on(LocalDate.of(2026, 4, 6)).isClosed()).isTrue();
        assertThat(hours.on(LocalDate.of(2026, 5, 14)).ranges()).containsExactly(TimeRange.of("9:00", "18:00"));
        assertThat(hours.on(LocalDate.of(2026, 5, 8)).ranges()).containsExactly(TimeRange.of("10:00", "12:00"));
        assertThat(hours.on(LocalDate.of(2026, 12, 24)).ranges()).containsExactly(TimeRange.of("9:00", "16:00"));
        assertThat(hours.on(LocalDate.of(2026, 8, 16)).rule()).isEqualTo(OpeningDay.Rule.CLOSURE);
        assertThat(hours.on(LocalDate.of(2026, 9, 1)).rule()).isEqualTo(OpeningDay.Rule.EXCEPTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|They are empty. Maybe write them",
                "lun|does not begin with days",
                "lunedi 9:00-18:00|\"lunedi 9:00-18:00\" It does not begin with days. Maybe",
                "lun 9:00-12:30 14:00|The words \"14:00\" are no hours. Maybe",
                "lun 9:00-26:00|\"26:00\" is no time of the day: 0:00 to 24:00.",
                "lun 9:75-12:00|\"9:75\" is no time of the day",
                "lun de bonne heure|The words \"de bonne heure\" are no hours. Maybe write",
                "lun 9-12; lun 14-18|The day \"lun\" stands in two parts. Maybe join their hours?",
                "lun 9-13 12-18|The hours 9:00-13:00 and 12:00-18:00 of one day overlap.",
                "2026-02-30 fermé|Invalid date 'FEBRUARY 30'",
                "2026-08-16..2026-08-03 fermé|ends before it begins. Maybe exchange the days?",
                "2026-08-03..2026-08-16 9-12|Hours are given for several dates.",
                "vendredi saint fermé|GOOD_FRIDAY, which is no holiday in France.",
                "jours fériés peut-être|are no hours",
                "lun 9am-5pm|are no hours",
                "lun ,|It has no hours. Maybe write"
            })
    void parse_saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> OpeningHours.parse(text, PARIS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The opening hours cannot be read.")
                .hasMessageContaining(message);
    }

    @Test
    void parse_namesAllProblemsAtOnce() {
        assertThatThrownBy(() -> OpeningHours.parse("lun 9-12; mardy 9-12; mer 30:00-31:00", PARIS))
                .hasMessageContaining("mardy")
                .hasMessageContaining("30:00");
    }

    @Test
    void parse_hostileText_isRefusedQuickly() {
        for (String text : new String[] {
            "9:00-".repeat(200_000),
            "a".repeat(19_000),
            "lun a ".repeat(3_000),
            ",".repeat(19_000) + "lun",
            "lun " + ", ".repeat(9_000),
            ";".repeat(5_000),
            "\uD800\uDC00\uD800 lun 9-12"
        }) {
            assertThatThrownBy(() -> OpeningHours.parse(text, PARIS))
                    .isInstanceOf(ConfigurationException.class)
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2_000));
        }
    }
}
