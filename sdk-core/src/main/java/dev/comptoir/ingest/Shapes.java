package dev.comptoir.ingest;

/** Describes a value without repeating it: reports are read by people and logged, and must not hold personal data. */
final class Shapes {
    private static final int MAX = 30;

    private Shapes() {}

    /** Every letter as {@code A}, every digit as {@code 9}; long values by their length. */
    static String of(String value) {
        if (value.isBlank()) {
            return "empty";
        }
        if (value.length() > MAX) {
            return value.length() + " characters";
        }
        StringBuilder shape = new StringBuilder();
        value.codePoints()
                .map(c ->
                        Character.isLetter(c) ? 'A' : Character.isDigit(c) ? '9' : Character.isISOControl(c) ? '?' : c)
                .forEach(shape::appendCodePoint);
        return shape.toString();
    }
}
