package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question and what it wants. Immutable.
 *
 * @param text as a customer would write it; its first 2,000 characters count
 * @param intent what it wants
 * @param language detected where it is not said
 */
public record IntentExample(
        String text, Intent intent, @Nullable Language language) {
    public IntentExample {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(intent, "intent");
    }

    /** An example of an intent that only informs, its language detected. */
    public static IntentExample of(String text, String intent) {
        return new IntentExample(text, new Intent(intent, ActionClass.INFORM), null);
    }
}
