package dev.comptoir.rights;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of an export's page, from {@code export.properties} and {@code export_fr.properties}. Immutable. */
final class ExportTexts {
    private final ResourceBundle bundle;
    private final Locale spoken;
    private final DateTimeFormatter moments;

    ExportTexts(Locale locale, ZoneId zone) {
        boolean french = locale.getLanguage().equals("fr");
        // Each language under a name of its own: the JVM's default locale must never decide what people read.
        String name = french ? "dev.comptoir.rights.export_fr" : "dev.comptoir.rights.export";
        this.bundle = ResourceBundle.getBundle(name, Locale.ROOT, ExportTexts.class.getModule());
        this.spoken = french ? Locale.FRENCH : Locale.ENGLISH;
        this.moments = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", spoken).withZone(zone);
    }

    String language() {
        return spoken.getLanguage();
    }

    Locale locale() {
        return spoken;
    }

    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), spoken).format(arguments);
    }

    String moment(Instant at) {
        return moments.format(at);
    }
}
