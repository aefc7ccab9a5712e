package dev.comptoir.assist.lookup.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Names of weekdays, months and feasts in French and English, folded. */
final class NamedDays {
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, IntFunction<List<LocalDate>>> FEASTS = new HashMap<>();

    static {
        List<String> weekdays = List.of(
                "lundi monday",
                "mardi tuesday",
                "mercredi wednesday",
                "jeudi thursday",
                "vendredi friday",
                "samedi saturday",
                "dimanche sunday");
        for (int i = 0; i < 7; i++) {
            for (String name : weekdays.get(i).split(" ", -1)) {
                WEEKDAYS.put(name, DayOfWeek.of(i + 1));
            }
        }
        List<String> months = List.of(
                "janvier january jan",
                "fevrier february feb",
                "mars march",
                "avril april",
                "mai may",
                "juin june",
                "juillet july",
                "aout august aug",
                "septembre september sept",
                "octobre october oct",
                "novembre november nov",
                "decembre december dec");
        for (int i = 0; i < 12; i++) {
            for (String name : months.get(i).split(" ", -1)) {
                MONTHS.put(name, i + 1);
            }
        }
        fixed(12, 25, "noel, le jour de noel, jour de noel, christmas, christmas day, xmas");
        fixed(12, 24, "veille de noel, la veille de noel, reveillon de noel, christmas eve");
        fixed(12, 26, "lendemain de noel, le lendemain de noel, boxing day");
        fixed(
                1,
                1,
                "jour de l an, le jour de l an, nouvel an, premier de l an, new year s day, new years day, new year day, new year");
        fixed(
                12,
                31,
                "saint sylvestre, reveillon du jour de l an, reveillon du nouvel an, veille du jour de l an, new year s eve,"
                        + " new years eve");
        fixed(5, 1, "premier mai, fete du travail, labour day, may day");
        fixed(7, 14, "fete nationale, bastille day");
        fixed(8, 15, "assomption, l assomption, assumption day");
        fixed(11, 1, "toussaint, la toussaint, all saints day, all saints");
        fixed(11, 11, "armistice, l armistice, armistice day");
        movable("vendredi saint, good friday", -2, -2);
        movable("dimanche de paques, easter sunday", 0, 0);
        movable("lundi de paques, easter monday", 1, 1);
        movable("paques, easter, week end de paques, easter weekend, le week end de paques", 0, 1);
        movable("ascension, l ascension, jeudi de l ascension, ascension day", 39, 39);
        movable("dimanche de pentecote, whit sunday, pentecost sunday", 49, 49);
        movable("lundi de pentecote, whit monday, pentecost monday", 50, 50);
        movable("pentecote, pentecost, week end de la pentecote, week end de pentecote", 49, 50);
    }

    private NamedDays() {}

    static @Nullable DayOfWeek weekday(String word) {
        return WEEKDAYS.get(word);
    }

    /** Of a plural such as {@code lundis}. */
    static @Nullable DayOfWeek weekdays(String word) {
        return word.endsWith("s") ? WEEKDAYS.get(word.substring(0, word.length() - 1)) : null;
    }

    static @Nullable Integer month(String word) {
        return MONTHS.get(word);
    }

    static boolean isFeast(String phrase) {
        return FEASTS.containsKey(phrase);
    }

    /** The days of a feast in a year, first to last; empty for a phrase that is none. */
    static List<LocalDate> feast(String phrase, int year) {
        IntFunction<List<LocalDate>> feast = FEASTS.get(phrase);
        return feast == null ? List.of() : feast.apply(year);
    }

    private static void fixed(int month, int day, String phrases) {
        for (String phrase : phrases.split(", ", -1)) {
            FEASTS.put(phrase, year -> List.of(LocalDate.of(year, month, day)));
        }
    }

    private static void movable(String phrases, int first, int last) {
        for (String phrase : phrases.split(", ", -1)) {
            FEASTS.put(phrase, year -> {
                LocalDate easter = Easter.of(year);
                return easter.plusDays(first)
                        .datesUntil(easter.plusDays(last + 1))
                        .toList();
            });
        }
    }
}
