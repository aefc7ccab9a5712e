package dev.comptoir.assist.lookup.hours;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of one part of France, computed for any year from 1583 to 9999 by the rules of today. Immutable and
 * thread-safe.
 *
 * <p>Two may fall on one day: Ascension was on 1 May in 2008.
 */
public final class FrenchHolidays {
    /*
     * Code du travail, L3133-1 (the eleven of all France), L3134-13 (Good Friday, 26 December in Alsace and Moselle), L3422-2
     * (abolition of slavery, by territory). Good Friday is only a holiday where there is a Protestant or a mixed church; a
     * business in another commune keeps open by OpeningHours.Builder.openOn.
     */
    private static final int FIRST_YEAR = 1583;
    private static final int LAST_YEAR = 9999;

    private final boolean alsaceMoselle;
    private final @Nullable Territory territory;

    private FrenchHolidays(boolean alsaceMoselle, @Nullable Territory territory) {
        this.alsaceMoselle = alsaceMoselle;
        this.territory = territory;
    }

    /** A territory overseas that has a day for the abolition of slavery. */
    public enum Territory {
        MAYOTTE(MonthDay.of(4, 27)),
        MARTINIQUE(MonthDay.of(5, 22)),
        GUADELOUPE(MonthDay.of(5, 27)),
        SAINT_MARTIN(MonthDay.of(5, 28)),
        GUYANE(MonthDay.of(6, 10)),
        SAINT_BARTHELEMY(MonthDay.of(10, 9)),
        REUNION(MonthDay.of(12, 20));

        private final MonthDay abolition;

        Territory(MonthDay abolition) {
            this.abolition = abolition;
        }

        /** The day on which the end of slavery is remembered there. */
        public MonthDay abolition() {
            return abolition;
        }
    }

    /** The eleven holidays of all France. */
    public static FrenchHolidays metropolitan() {
        return new FrenchHolidays(false, null);
    }

    /** With Good Friday and 26 December. */
    public static FrenchHolidays alsaceMoselle() {
        return new FrenchHolidays(true, null);
    }

    /** With the territory's day for the abolition of slavery. */
    public static FrenchHolidays overseas(Territory territory) {
        return new FrenchHolidays(false, territory);
    }

    /** Each holiday's day in a year, in the order of the enum. */
    public Map<FrenchHoliday, LocalDate> of(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "The year is " + year + "; holidays are known from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
        LocalDate easter = Easter.of(year);
        Map<FrenchHoliday, LocalDate> days = new EnumMap<>(FrenchHoliday.class);
        days.put(FrenchHoliday.NEW_YEAR, LocalDate.of(year, 1, 1));
        days.put(FrenchHoliday.EASTER_MONDAY, easter.plusDays(1));
        days.put(FrenchHoliday.LABOUR_DAY, LocalDate.of(year, 5, 1));
        days.put(FrenchHoliday.VICTORY_1945, LocalDate.of(year, 5, 8));
        days.put(FrenchHoliday.ASCENSION, easter.plusDays(39));
        days.put(FrenchHoliday.WHIT_MONDAY, easter.plusDays(50));
        days.put(FrenchHoliday.BASTILLE_DAY, LocalDate.of(year, 7, 14));
        days.put(FrenchHoliday.ASSUMPTION, LocalDate.of(year, 8, 15));
        days.put(FrenchHoliday.ALL_SAINTS, LocalDate.of(year, 11, 1));
        days.put(FrenchHoliday.ARMISTICE_1918, LocalDate.of(year, 11, 11));
        days.put(FrenchHoliday.CHRISTMAS, LocalDate.of(year, 12, 25));
        if (alsaceMoselle) {
            days.put(FrenchHoliday.GOOD_FRIDAY, easter.minusDays(2));
            days.put(FrenchHoliday.SECOND_CHRISTMAS, LocalDate.of(year, 12, 26));
        }
        if (territory != null) {
            days.put(FrenchHoliday.ABOLITION_OF_SLAVERY, territory.abolition().atYear(year));
        }
        return days;
    }

    /** The holidays that fall on a day: none, one, rarely two. */
    public List<FrenchHoliday> on(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            return List.of();
        }
        List<FrenchHoliday> found = new ArrayList<>();
        of(day.getYear()).forEach((holiday, date) -> {
            if (date.equals(day)) {
                found.add(holiday);
            }
        });
        return found;
    }

    /** When a holiday is in a year; empty where it is none in this part of France. */
    public Optional<LocalDate> date(FrenchHoliday holiday, int year) {
        return Optional.ofNullable(of(year).get(holiday));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrenchHolidays that
                && alsaceMoselle == that.alsaceMoselle
                && territory == that.territory;
    }

    @Override
    public int hashCode() {
        return 31 * Boolean.hashCode(alsaceMoselle)
                + (territory == null ? 0 : territory.name().hashCode());
    }

    @Override
    public String toString() {
        return territory != null ? "France, " + territory : alsaceMoselle ? "Alsace-Moselle" : "France";
    }
}
