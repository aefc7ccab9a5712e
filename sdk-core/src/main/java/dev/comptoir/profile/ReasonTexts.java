package dev.comptoir.profile;

import dev.comptoir.Money;
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
        // No fallback: the JVM's default locale must never decide what a merchant reads.
        ResourceBundle bundle = ResourceBundle.getBundle(
                "dev.comptoir.profile.profile",
                french ? Locale.FRENCH : Locale.ROOT,
                ReasonTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Locale spoken = french ? Locale.FRENCH : Locale.ENGLISH;
        String pattern = bundle.getString(reason.value() + (reason.aggregates().isEmpty() ? ".none" : ""));
        Object[] arguments = reason.aggregates().values().stream()
                .map(value -> spell(value, spoken))
                .toArray();
        return new MessageFormat(pattern, spoken).format(arguments);
    }

    private static Object spell(Object value, Locale spoken) {
        if (value instanceof LocalDate day) {
            return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", spoken));
        }
        if (value instanceof Money money) {
            String amount = money.amount().toPlainString();
            return (spoken.equals(Locale.FRENCH) ? amount.replace('.', ',') : amount) + "\u00a0"
                    + money.currency().getCurrencyCode();
        }
        return value;
    }
}
