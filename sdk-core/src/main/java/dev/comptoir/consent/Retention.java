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

    /**
     * Erases every customer who is due now, as {@link Erasure} does, and writes it into the audit log. Who has a new event
     * between being found due and being erased is left alone. Where it breaks off, those erased before are erased, and the next
     * run goes on with the others. The business's file is written anew once for every 5,000 customers.
     *
     * @param actor who runs it, for the audit log: 1 to 200 characters
     * @param consumer gets the certificate of each customer erased, outside of all locks
     */
    RetentionRun run(String actor, Consumer<? super ErasureCertificate> consumer);
}
