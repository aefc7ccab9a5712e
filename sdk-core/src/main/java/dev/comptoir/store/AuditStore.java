package dev.comptoir.store;

import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditCheck;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.audit.AuditHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the audit log of one business. Thread-safe. */
public interface AuditStore {
    /** Adds an entry; durable when it returns. */
    AuditEntry append(AuditDraft draft);

    /**
     * At most {@code limit} entries after one, oldest first.
     *
     * @throws dev.comptoir.error.CorruptStoreException if one cannot be read; {@link #verify} says which
     */
    List<AuditEntry> page(long afterSequence, int limit);

    /** Follows the chain; {@code known} is a head kept elsewhere, or null. */
    AuditCheck verify(@Nullable AuditHead known);

    /** The end of the chain. */
    AuditHead head();

    /** The keyed hash that stands for a customer in {@link AuditEntry#subject}. */
    String subject(CustomerId customer);
}
