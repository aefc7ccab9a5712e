package dev.comptoir.consent;

import java.util.function.Consumer;

/** A retention policy applied to one business. Thread-safe. */
public interface Retention {
    RetentionPolicy policy();

    /**
     * Hands over every customer who is due now, in the order of their ids, and changes nothing. What is appended while it runs
     * may or may not count.
     *
     * <p>Whatever is dated in the future counts as if it were of now: it was kept already, so its date is wrong, and data that
     * would be gone for good is not given up because of a wrong clock. The report says how many customers that concerns.
     *
     * <p>Reads the log once for each 20,000 customers and holds no more than these in memory. The callback runs outside of all
     * locks and may ask and append.
     */
    RetentionReport dryRun(Consumer<? super RetentionDue> consumer);
}
