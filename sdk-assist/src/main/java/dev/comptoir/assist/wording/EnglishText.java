package dev.comptoir.assist.wording;

import dev.comptoir.Money;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Pieces of English sentences: agreement in number, dates, times, amounts and lists. Pure functions. */
public final class EnglishText {
    private static final String NBSP = FrenchText.NBSP;

    private EnglishText() {}

    /** A number with its noun: {@code 0 points}, {@code 1 point}, {@code 12 points}. */
    public static String count(long number, String singular, String plural) {
        return number(number) + " " + (Math.abs(number) == 1 ? singular : plural);
    }

    /** With groups of three: {@code 12,500}. */
    public static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
    }

    /** For example {@code \u20ac1,250.50}; other currencies by their code behind. */
    public static String amount(Money money) {
        String amount = Amounts.write(money, ",", ".");
        String symbol = Amounts.symbol(money);
        return symbol.length() > 1 ? amount + NBSP + symbol : symbol + amount;
    }

    /** For example {@code 24 November}. */
    public static String dayAndMonth(LocalDate day) {
        return day.getDayOfMonth() + NBSP + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** For example {@code Tuesday 24 November}. */
    public static String day(LocalDate day) {
        return weekday(day.getDayOfWeek()) + " " + dayAndMonth(day);
    }

    /** For example {@code Tuesday 24 November 2026}. */
    public static String dayWithYear(LocalDate day) {
        return day(day) + NBSP + day.getYear();
    }

    /** For example {@code Tuesday}. */
    public static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** For example {@code 9 am}, {@code 12:30 pm}, {@code noon}, {@code midnight}. */
    public static String time(LocalTime time) {
        if (time.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        if (time.equals(LocalTime.NOON)) {
            return "noon";
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minutes = time.getMinute() == 0 ? "" : (time.getMinute() < 10 ? ":0" : ":") + time.getMinute();
        return hour + minutes + NBSP + (time.getHour() < 12 ? "am" : "pm");
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> items) {
        return Lists.join(items, " and ");
    }

    /** In quotation marks: {@code \u201ccroissant\u201d}. */
    public static String quoted(String words) {
        return "\u201c" + words + "\u201d";
    }

    /** With a capital first letter. */
    public static String sentence(String words) {
        return Lists.capital(words);
    }
}
