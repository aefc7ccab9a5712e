package dev.comptoir.profile;

import dev.comptoir.Money;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Puts reasons into words, from {@code profile.properties} and {@code profile_fr.properties}. */
final class ReasonTexts {
    private ReasonTexts() {}

    static String of(Reason reason, Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        // Each language under a name of its own: the JVM's default locale must never decide what a merchant reads.
        String name = french ? "dev.comptoir.profile.profile_fr" : "dev.comptoir.profile.profile";
        ResourceBundle bundle = ResourceBundle.getBundle(name, Locale.ROOT, ReasonTexts.class.getModule());
        Locale spoken = french ? Locale.FRENCH : Locale.ENGLISH;
        String pattern = bundle.getString(reason.value() + (reason.aggregates().isEmpty() ? ".none" : ""));
        Object[] arguments = reason.aggregates().values().stream()
                .map(value -> spell(value, spoken))
                .toArray();
        return new MessageFormat(pattern, spoken).format(arguments);
    }

    private static Object spell(Object value, Locale spoken) {
        if (value instanceof LocalDate day) {
            String text = day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", spoken));
            // The first of a month is the one day that French counts by an ordinal.
            return spoken.equals(Locale.FRENCH) && day.getDayOfMonth() == 1 ? "1er" + text.substring(1) : text;
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
