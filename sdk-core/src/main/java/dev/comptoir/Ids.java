package dev.comptoir;

/** The one rule for ids that callers bring: bounded, printable, and the same after a round trip through a file. */
final class Ids {
    static final int MAX_LENGTH = 200;

    private Ids() {}

    static void check(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The " + what + " must not be blank.");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "The " + what + " has " + value.length() + " characters; at most " + MAX_LENGTH + " are allowed.");
        }
        if (!value.strip().equals(value)) {
            throw new IllegalArgumentException("The " + what + " must not begin or end with blanks. Maybe strip it?");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                throw new IllegalArgumentException(
                        "The " + what + " has a control character (U+%04X) at position %d.".formatted((int) c, i));
            }
            if (Character.isSurrogate(c) && !isPaired(value, i)) {
                throw new IllegalArgumentException(
                        "The " + what + " has half a character (U+%04X) at position %d.".formatted((int) c, i));
            }
        }
    }

    private static boolean isPaired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
