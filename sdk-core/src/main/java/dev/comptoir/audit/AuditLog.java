package dev.comptoir.audit;

import dev.comptoir.CustomerId;
import java.util.List;
import java.util.function.Consumer;

/**
 * What was done with customers' data: entries are added and never changed. Each is encrypted and carries a hash over itself and
 * the one before, under a key that is not in the file: an entry changed, left out, moved or cut off at the end is found by
 * {@link #verify()}. Thread-safe.
 */
public interface AuditLog {
    /** Adds an entry; durable when it returns. */
    AuditEntry append(AuditDraft draft);

    /** Hands over all entries, oldest first. */
    void forEach(Consumer<? super AuditEntry> consumer);

    /** The entries about one customer, oldest first, also after their erasure. Reads the whole log. */
    List<AuditEntry> about(CustomerId customer);

    /** Follows the chain from the first entry to the last. Reads the whole log. */
    AuditCheck verify();

    /** The same, and whether the chain still goes through a head that was kept elsewhere. */
    AuditCheck verify(AuditHead known);

    /** The end of the chain now. Constant cost. */
    AuditHead head();
}
