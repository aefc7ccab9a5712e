package dev.comptoir.recommend.evaluate;

/** What a model must not know would have been shown to it: figures of such a split would flatter. */
public final class LeakageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long events;

    LeakageException(long events, String message) {
        super(message);
        this.events = events;
    }

    /** How many events leak. */
    public long events() {
        return events;
    }
}
