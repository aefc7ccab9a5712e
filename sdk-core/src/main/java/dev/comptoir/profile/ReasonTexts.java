package dev.comptoir.profile;

import dev.comptoir.Money;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Puts reasons into words, from {@code profile.properties} and {@code profile_fr.properties}. */
final class ReasonTexts {
    private ReasonTexts() {}

    static String of(Reason reason, Locale locale) {
        Locale spoken = spoken(locale);
        String pattern =
                text(reason.value() + reason.gate().map(gate -> "." + gate).orElse(""), locale);
        Object[] arguments = reason.aggregates().values().stream()
                .map(value -> spell(value, spoken))
                .toArray();
        return new MessageFormat(pattern, spoken).format(arguments);
    }

    static String text(String key, Locale locale) {
        // Each language under a name of its own: the JVM's default locale must never decide what a merchant reads.
        String name = french(locale) ? "dev.comptoir.profile.profile_fr" : "dev.comptoir.profile.profile";
        return ResourceBundle.getBundle(name, Locale.ROOT, ReasonTexts.class.getModule())
                .getString(key);
    }

    private static boolean french(Locale locale) {
        return locale.getLanguage().equals("fr");
    }

    private static Locale spoken(Locale locale) {
        return french(locale) ? Locale.FRENCH : Locale.ENGLISH;
    }

    private static Object spell(Object value, Locale spoken) {
        if (value instanceof LocalDate day) {
            String text = day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", spoken));
            // The first of a month is the one day that French counts by an ordinal.
            return spoken.equals(Locale.FRENCH) && day.getDayOfMonth() == 1 ? "1er" + text.substring(1) : text;
        }
        if (value instanceof DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL, spoken);
        }
        if (value instanceof RfmSegment segment) {
            return segment.title(spoken);
        }
        if (value instanceof Preference.Attitude || value instanceof Preference.Origin) {
            return text(((Enum<?>) value).getDeclaringClass().getSimpleName() + "." + value, spoken);
        }
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> String.valueOf(spell(one, spoken)))
                    .collect(Collectors.joining(", "));
        }
        if (value.equals("")) {
            return text("without-category", spoken);
        }
        return value instanceof Money money ? spell(money, spoken) : value;
    }

    /** Written out here, because the separators of the JDK's own formats differ from release to release. */
    private static String spell(Money money, Locale spoken) {
        boolean french = spoken.equals(Locale.FRENCH);
        int digits = money.currency().getDefaultFractionDigits();
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(french ? '\u202f' : ',');
        symbols.setDecimalSeparator(french ? ',' : '.');
        DecimalFormat format = new DecimalFormat(digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits), symbols);
        String code = money.currency().getCurrencyCode();
        return format.format(money.amount()) + "\u00a0" + (code.equals("EUR") ? "€" : code);
    }
}
