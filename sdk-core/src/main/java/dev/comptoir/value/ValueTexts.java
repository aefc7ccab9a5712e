package dev.comptoir.value;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Puts reasons into words, from {@code value.properties} and {@code value_fr.properties}. */
final class ValueTexts {
    private ValueTexts() {}

    static String of(String key, Locale locale, Object... arguments) {
        boolean french = locale.getLanguage().equals("fr");
        // Each language under a name of its own: the JVM's default locale must never decide what a merchant reads.
        String name = french ? "dev.comptoir.value.value_fr" : "dev.comptoir.value.value";
        ResourceBundle bundle = ResourceBundle.getBundle(name, Locale.ROOT, ValueTexts.class.getModule());
        return new MessageFormat(bundle.getString(key), french ? Locale.FRENCH : Locale.ENGLISH).format(arguments);
    }
}
