package dev.comptoir.assist.lookup.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final OpeningHours SHOP = OpeningHours.parse(
            "lun-ven 9:00-12:30 14:00-19:00; sam 9:00-19:00; jours fériés fermé; 14 juillet 9:00-12:00; 11 novembre ouvert;"
                    + " 2026-12-24 9:00-16:00; 2026-08-03..2026-08-16 fermé",
            PARIS);

    @Test
    void isOpenAt_followsTheWeek() {
        assertThat(SHOP.isOpenAt(at("2026-11-24T08:59:59"))).isFalse();
        assertThat(SHOP.isOpenAt(at("2026-11-24T09:00"))).isTrue();
        assertThat(SHOP.isOpenAt(at("2026-11-24T12:29:59"))).isTrue();
        assertThat(SHOP.isOpenAt(at("2026-11-24T12:30"))).isFalse();
        assertThat(SHOP.isOpenAt(at("2026-11-24T14:00"))).isTrue();
        assertThat(SHOP.isOpenAt(at("2026-11-24T19:00"))).isFalse();
        assertThat(SHOP.isOpenAt(at("2026-11-28T13:00")))
                .as("Saturday at lunch")
                .isTrue();
        assertThat(SHOP.isOpenAt(at("2026-11-29T10:00"))).as("Sunday").isFalse();
    }

    @Test
    void on_theMostParticularRuleDecides() {
        assertThat(SHOP.on(LocalDate.of(2026, 12, 24)).rule()).isEqualTo(OpeningDay.Rule.EXCEPTION);
        assertThat(SHOP.on(LocalDate.of(2026, 8, 15)).rule()).isEqualTo(OpeningDay.Rule.CLOSURE);
        assertThat(SHOP.on(LocalDate.of(2026, 5, 8)).rule()).isEqualTo(OpeningDay.Rule.HOLIDAY);
        assertThat(SHOP.on(LocalDate.of(2026, 5, 8)).isClosed()).isTrue();
        assertThat(SHOP.on(LocalDate.of(2026, 7, 14)).ranges()).containsExactly(TimeRange.of("9:00", "12:00"));
        OpeningDay armistice = SHOP.on(LocalDate.of(2026, 11, 11));
        assertThat(armistice.rule()).isEqualTo(OpeningDay.Rule.WEEK);
        assertThat(armistice.ranges()).hasSize(2);
        assertThat(armistice.holidays()).containsExactly(FrenchHoliday.ARMISTICE_1918);
        OpeningHours openInAugust = OpeningHours.builder(PARIS)
                .closed(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 16))
                .on(LocalDate.of(2026, 8, 8), TimeRange.of("9:00", "12:00"))
                .build();
        assertThat(openInAugust.on(LocalDate.of(2026, 8, 8)).isClosed())
                .as("an exceptional day in a closure")
                .isFalse();
    }

    @Test
    void nextOpening_andNextClosing() {
        assertThat(SHOP.nextOpening(at("2026-11-24T12:45"))).contains(at("2026-11-24T14:00"));
        assertThat(SHOP.nextOpening(at("2026-11-24T10:00")))
                .as("while it is open")
                .contains(at("2026-11-24T14:00"));
        assertThat(SHOP.nextOpening(at("2026-11-28T19:00"))).contains(at("2026-11-30T09:00"));
        assertThat(SHOP.nextOpening(at("2026-07-31T20:00")))
                .as("Saturday before the closure")
                .contains(at("2026-08-01T09:00"));
        assertThat(SHOP.nextOpening(at("2026-08-01T19:30")))
                .as("over the closure")
                .contains(at("2026-08-17T09:00"));
        assertThat(SHOP.nextOpening(at("2026-12-24T16:00")))
                .as("over Christmas")
                .contains(at("2026-12-26T09:00"));
        assertThat(SHOP.nextClosing(at("2026-11-24T10:00"))).contains(at("2026-11-24T12:30"));
        assertThat(SHOP.nextClosing(at("2026-11-24T13:00"))).isEmpty();
    }

    @Test
    void pastMidnight_belongsToTheDayBefore() {
        OpeningHours bar = OpeningHours.parse("ven-sam 18:00-2:00", PARIS);
        assertThat(bar.isOpenAt(at("2026-11-28T01:59")))
                .as("the night of Friday")
                .isTrue();
        assertThat(bar.isOpenAt(at("2026-11-28T02:00"))).isFalse();
        assertThat(bar.isOpenAt(at("2026-11-27T01:00")))
                .as("the night of Thursday")
                .isFalse();
        assertThat(bar.isOpenAt(at("2026-11-29T01:00")))
                .as("the night of Saturday")
                .isTrue();
        assertThat(bar.nextClosing(at("2026-11-28T00:30"))).contains(at("2026-11-28T02:00"));
        // 24 December 2027 is a Friday, and the day after is a holiday on which the bar stays closed.
        assertThat(bar.isOpenAt(at("2027-12-25T01:00"))).isTrue();
        assertThat(bar.isOpenAt(at("2027-12-25T19:00"))).isFalse();
    }

    @Test
    void neverAndAlwaysOpen() {
        OpeningHours never = OpeningHours.builder(PARIS).build();
        assertThat(never.isOpenAt(at("2026-11-24T10:00"))).isFalse();
        assertThat(never.nextOpening(at("2026-11-24T10:00"))).isEmpty();
        assertThat(never.nextClosing(at("2026-11-24T10:00"))).isEmpty();
        OpeningHours always = OpeningHours.parse("tous les jours 24h/24; jours fériés ouvert", PARIS);
        assertThat(always.isOpenAt(at("2026-12-25T03:00"))).isTrue();
        assertThat(always.nextOpening(at("2026-11-24T10:00")))
                .as("it never closes")
                .isEmpty();
        assertThat(always.nextClosing(at("2026-11-24T10:00"))).isEmpty();
        OpeningHours butHolidays = OpeningHours.parse("tous les jours 24h/24", PARIS);
        assertThat(butHolidays.nextClosing(at("2026-11-24T10:00"))).contains(at("2026-12-25T00:00"));
        assertThat(butHolidays.nextOpening(at("2026-11-24T10:00"))).contains(at("2026-12-26T00:00"));
    }

    /** On 29 March 2026 clocks jump from 2:00 to 3:00, on 25 October they show 2:00 to 3:00 twice. */
    @Test
    void changesOfTheClock() {
        OpeningHours night = OpeningHours.parse("sam 22:00-2:30", PARIS);
        Instant spring = Instant.parse("2026-03-29T01:00:00Z");
        assertThat(night.nextClosing(spring.minusSeconds(60)))
                .as("2:30 is skipped")
                .contains(spring);
        assertThat(night.isOpenAt(spring)).isFalse();
        Instant firstHalfPastTwo = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(night.nextClosing(firstHalfPastTwo.minusSeconds(3600))).contains(firstHalfPastTwo);
        assertThat(night.isOpenAt(firstHalfPastTwo.plusSeconds(3600)))
                .as("the second 2:30")
                .isFalse();
        OpeningHours day = OpeningHours.parse("tous les jours 9:00-19:00", PARIS);
        assertThat(day.nextOpening(Instant.parse("2026-03-28T20:00:00Z")))
                .contains(Instant.parse("2026-03-29T07:00:00Z"));
        assertThat(day.nextOpening(Instant.parse("2026-10-24T20:00:00Z")))
                .contains(Instant.parse("2026-10-25T08:00:00Z"));
    }

    /** Against a walk through the minutes, which knows nothing of spans: openings and closings are where the answer changes. */
    @Test
    void nextOpening_andNextClosing_areWhereIsOpenChanges() {
        long seed = 20261124;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            OpeningHours hours = anyHours(random);
            Instant from = Instant.parse("2026-03-25T00:00:00Z")
                    .plus(Duration.ofMinutes(random.nextInt(8 * 24 * 60)))
                    .plus(random.nextBoolean() ? Duration.ofDays(210) : Duration.ZERO);
            Optional<Instant> opening = Optional.empty();
            Optional<Instant> closing = Optional.empty();
            boolean open = hours.isOpenAt(from);
            boolean before = open;
            for (int minute = 1; minute < 6 * 24 * 60; minute++) {
                Instant now = from.plus(Duration.ofMinutes(minute));
                boolean then = hours.isOpenAt(now);
                if (then && !before && opening.isEmpty()) {
                    opening = Optional.of(now);
                }
                if (open && !then && closing.isEmpty()) {
                    closing = Optional.of(now);
                }
                before = then;
            }
            String what = "seed " + seed + " round " + round + ": " + hours + " from " + from;
            Instant end = from.plus(Duration.ofDays(6));
            assertThat(hours.nextOpening(from).filter(end::isAfter)).as(what).isEqualTo(opening);
            assertThat(hours.nextClosing(from).filter(end::isAfter)).as(what).isEqualTo(closing);
        }
    }

    private static OpeningHours anyHours(SplittableRandom random) {
        OpeningHours.Builder builder = OpeningHours.builder(PARIS);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<TimeRange> ranges = new ArrayList<>();
            int minute = random.nextInt(10) * 60;
            while (minute < 24 * 60 && ranges.size() < 3) {
                int length = 30 + random.nextInt(20) * 30;
                int end = minute + length;
                ranges.add(TimeRange.of(clock(minute), clock(end % (24 * 60))));
                if (end >= 24 * 60) {
                    break;
                }
                minute = end + 30 + random.nextInt(10) * 30;
            }
            if (random.nextInt(4) > 0) {
                builder.open(day, ranges.toArray(TimeRange[]::new));
            }
        }
        return builder.build();
    }

    private static String clock(int minute) {
        return minute / 60 + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
    }

    @Test
    void timeRange_isChecked() {
        assertThatThrownBy(() -> TimeRange.of("25:00", "26:00")).hasMessageContaining("25:00");
        assertThatThrownBy(() -> OpeningHours.builder(PARIS)
                        .open(DayOfWeek.MONDAY, TimeRange.of("9:00", "13:00"), TimeRange.of("12:00", "18:00")))
                .hasMessage("The hours 9:00-13:00 and 12:00-18:00 of one day overlap.");
        assertThat(OpeningHours.builder(PARIS)
                        .open(DayOfWeek.MONDAY, TimeRange.of("14:00", "18:00"), TimeRange.of("9:00", "14:00"))
                        .build()
                        .usually(DayOfWeek.MONDAY))
                .as("ranges that touch are one")
                .containsExactly(TimeRange.of("9:00", "18:00"));
        assertThatThrownBy(() -> new Closure(LocalDate.of(2026, 8, 2), LocalDate.of(2026, 8, 1)))
                .hasMessageContaining("Maybe exchange the days?");
    }

    @Test
    void build_hoursOfAForeignHoliday_areRefused() {
        assertThatThrownBy(() -> OpeningHours.builder(PARIS)
                        .on(FrenchHoliday.GOOD_FRIDAY)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alsaceMoselle");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }
}
