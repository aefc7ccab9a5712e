package dev.comptoir.consent;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Puts decisions into words, from {@code consent.properties} and {@code consent_fr.properties}. */
final class ConsentTexts {
    private ConsentTexts() {}

    static String of(ConsentDecision decision, Locale locale) {
        Statement statement = decision.statement();
        if (statement == null) {
            return text(decision.ground().name(), locale);
        }
        ZoneId zone = decision.settings().zone();
        Instant expires = statement.expires();
        String said = day(statement.at(), zone, locale);
        return expires == null
                ? text(decision.ground().name(), locale, said)
                : text(decision.ground().name() + ".limited", locale, said, day(expires, zone, locale));
    }

    static String of(RetentionDue due, Locale locale) {
        ZoneId zone = due.settings().zone();
        return text(due.basis().name(), locale, day(due.basisAt(), zone, locale), day(due.dueSince(), zone, locale));
    }

    static String label(Purpose purpose, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        String key = "purpose." + purpose.name();
        return bundle.containsKey(key) ? bundle.getString(key) : purpose.name();
    }

    private static String text(String key, Locale locale, Object... arguments) {
        return new MessageFormat(bundle(locale).getString(key), spoken(locale)).format(arguments);
    }

    /** Each language under a name of its own: the JVM's default locale must never decide what a merchant reads. */
    private static ResourceBundle bundle(Locale locale) {
        String name = isFrench(locale) ? "dev.comptoir.consent.consent_fr" : "dev.comptoir.consent.consent";
        return ResourceBundle.getBundle(name, Locale.ROOT, ConsentTexts.class.getModule());
    }

    private static String day(Instant at, ZoneId zone, Locale locale) {
        LocalDate day = at.atZone(zone).toLocalDate();
        String text = day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", spoken(locale)));
        // The first of a month is the one day that French counts by an ordinal.
        return isFrench(locale) && day.getDayOfMonth() == 1 ? "1er" + text.substring(1) : text;
    }

    private static Locale spoken(Locale locale) {
        return isFrench(locale) ? Locale.FRENCH : Locale.ENGLISH;
    }

    private static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals("fr");
    }
}
