package dev.comptoir.consent;

import dev.comptoir.CustomerId;
import dev.comptoir.event.ConsentChange;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who allowed what. Nothing is written here: a statement is a {@link ConsentChange} in the business's event log, begun with
 * {@link Purpose#granted}, {@link Purpose#denied} or {@link Purpose#revoked}, and the ledger is read from the log whenever it is
 * asked. Thread-safe.
 *
 * <p>The most restrictive wins. For one customer, purpose and moment:
 *
 * <ol>
 *   <li>Statements dated later than the moment do not count yet.
 *   <li>Of the others the latest one decides, whichever channel it came through and whenever it arrived.
 *   <li>Among several of that very millisecond a denial or a withdrawal beats a grant, then an earlier expiry a later one;
 *       which one of equals is named is settled by the order of their ids.
 *   <li>A grant no longer counts from the moment it expires. An earlier one does not come back, for it had been replaced.
 *   <li>Without any statement the answer is no, unless the business's {@link ConsentPolicy} names the purpose.
 * </ol>
 */
public interface ConsentLedger {
    /** Whether a purpose is permitted now, and why. Reads all events of the customer. Of somebody unknown nothing is known. */
    ConsentDecision status(CustomerId customer, Purpose purpose);

    /**
     * The same where the processing must not go on without.
     *
     * @throws dev.comptoir.error.ConsentRequiredException if it is not permitted
     */
    ConsentDecision require(CustomerId customer, Purpose purpose);

    /** All that a customer ever said, for all purposes, with the evidence, oldest first; also what is dated in the future. */
    List<ConsentChange> history(CustomerId customer);

    /**
     * Who may be contacted for a purpose, and why others may not: everyone who is named in an event, in the order of their
     * ids. The answer holds for one moment; what is appended while it runs may or may not count.
     *
     * <p>Reads the log once for each 20,000 customers and holds no more than these in memory. The callback runs outside of all
     * locks and may ask and append.
     */
    ConsentReport contactable(Purpose purpose, Consumer<? super ConsentDecision> consumer);
}
