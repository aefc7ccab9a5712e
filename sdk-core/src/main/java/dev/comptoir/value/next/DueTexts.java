package dev.comptoir.value.next;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Puts forecasts into words, from {@code next.properties} and {@code next_fr.properties}. */
final class DueTexts {
    private static final double IRREGULAR_BELOW = 1.25;
    private static final double REGULAR_FROM = 4;

    private DueTexts() {}

    static String gate(DueGate gate, Locale locale) {
        return text("gate." + gate, locale);
    }

    static String forecast(DueForecast due, int days, Locale locale) {
        DueEvidence evidence = due.evidence();
        double k = evidence.regularity();
        String regularity = k < IRREGULAR_BELOW ? "irregular" : k < REGULAR_FROM ? "somewhat" : "regular";
        String habit = text(
                "habit." + due.level(),
                locale,
                evidence.intervals(),
                Math.max(1, Math.round(due.typicalIntervalDays())),
                text("regularity." + regularity, locale),
                due.category().orElse(""));
        String last = text("last", locale, evidence.elapsedDays(), spell(due.lastPurchase(), locale));
        String chance = text("chance", locale, Math.round(100 * due.probabilityWithin(days)), days);
        String date = due.date()
                .map(window -> text(
                        "date",
                        locale,
                        spell(window.expected(), locale),
                        spell(window.earliest(), locale),
                        spell(window.latest(), locale)))
                .orElseGet(() -> due.dateGate().map(gate -> gate(gate, locale)).orElse(""));
        return text("forecast", locale, habit, last, chance, date);
    }

    private static String text(String key, Locale locale, Object... arguments) {
        boolean french = locale.getLanguage().equals("fr");
        // Each language under a name of its own: the JVM's default locale must never decide what a merchant reads.
        String name = french ? "dev.comptoir.value.next.next_fr" : "dev.comptoir.value.next.next";
        ResourceBundle bundle = ResourceBundle.getBundle(name, Locale.ROOT, DueTexts.class.getModule());
        return new MessageFormat(bundle.getString(key), french ? Locale.FRENCH : Locale.ENGLISH).format(arguments);
    }

    private static String spell(LocalDate day, Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        String text = day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", french ? Locale.FRENCH : Locale.ENGLISH));
        // The first of a month is the one day that French counts by an ordinal.
        return french && day.getDayOfMonth() == 1 ? "1er" + text.substring(1) : text;
    }
}
