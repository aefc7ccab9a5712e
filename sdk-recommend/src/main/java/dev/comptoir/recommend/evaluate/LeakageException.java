package dev.comptoir.recommend.evaluate;

/** What a model must not know would have been shown to it: figures of such a split would flatter. */
public final class LeakageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long events;

    /**
     * Refuses a split.
     *
     * @param events how many leak
     * @param what they are, to be read after their number
     */
    public LeakageException(long events, String what) {
        super("The split leaks: " + events + " " + what);
        this.events = events;
    }

    /** How many events leak. */
    public long events() {
        return events;
    }
}
