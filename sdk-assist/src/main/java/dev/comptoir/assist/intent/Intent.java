package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.ActionClass;

/**
 * One thing that customers want. Immutable.
 *
 * @param name unique, for example {@code opening_hours}
 * @param action what serving it does to the customer
 */
public record Intent(String name, ActionClass action) {
    public Intent {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("The name of an intent has " + name.length()
                    + " characters; it must not be blank and may have 200 at most.");
        }
    }
}
