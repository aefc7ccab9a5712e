package dev.comptoir;

/**
 * What one event may hold at most, so that a broken or hostile source cannot fill the memory. Immutable.
 *
 * @param linesPerEvent lines of one receipt, 1 to 100,000
 * @param textLength characters of one free text, 1 to 1,048,576
 * @param openBusinesses businesses held open at once, at least 1; more can be used, the longest idle are closed
 */
public record Limits(int linesPerEvent, int textLength, int openBusinesses) {
    public Limits {
        check("linesPerEvent", linesPerEvent, 100_000);
        check("textLength", textLength, 1 << 20);
        check("openBusinesses", openBusinesses, 1_000_000);
    }

    /** 10,000 lines, 1,048,576 characters, 256 businesses. */
    public static Limits defaults() {
        return new Limits(10_000, 1 << 20, 256);
    }

    public Limits withLinesPerEvent(int linesPerEvent) {
        return new Limits(linesPerEvent, textLength, openBusinesses);
    }

    public Limits withTextLength(int textLength) {
        return new Limits(linesPerEvent, textLength, openBusinesses);
    }

    public Limits withOpenBusinesses(int openBusinesses) {
        return new Limits(linesPerEvent, textLength, openBusinesses);
    }

    private static void check(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(
                    "The limit " + name + " is " + value + "; 1 to " + max + " are allowed.");
        }
    }
}
