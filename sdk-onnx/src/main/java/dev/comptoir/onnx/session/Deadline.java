package dev.comptoir.onnx.session;

import java.time.Duration;

/** The moment after which a call starts no further run, by the JVM's own clock. Immutable. */
public final class Deadline {
    private static final Deadline NONE = new Deadline(false, 0);

    private final boolean set;
    private final long nanos;

    private Deadline(boolean set, long nanos) {
        this.set = set;
        this.nanos = nanos;
    }

    /** Never. */
    public static Deadline none() {
        return NONE;
    }

    /** So long from now; nothing or less is past already. */
    public static Deadline in(Duration wait) {
        return new Deadline(true, System.nanoTime() + nanos(wait));
    }

    /** Whether the moment has come. */
    boolean isPast() {
        return set && nanos - System.nanoTime() <= 0;
    }

    /** Whichever comes first: this, or so long from now. */
    Deadline orIn(Duration wait) {
        Deadline other = in(wait);
        return set && nanos - other.nanos <= 0 ? this : other;
    }

    /** Nanoseconds left, not above zero when it is past; only where one is set. */
    long left() {
        return nanos - System.nanoTime();
    }

    private static long nanos(Duration wait) {
        // Two centuries would overflow; nobody waits for a day.
        Duration day = Duration.ofDays(1);
        return wait.isNegative() ? 0 : (wait.compareTo(day) > 0 ? day : wait).toNanos();
    }
}
