package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.store.Erasing;
import dev.comptoir.store.Store;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Erases with the plainest record. */
final class Erasures {
    private Erasures() {}

    static List<CustomerId> erase(Store store, CustomerId... customers) {
        return store.erase(
                Arrays.stream(customers)
                        .map(customer -> new Erasing.Target(customer, Long.MAX_VALUE))
                        .toList(),
                (erased, signer) -> new AuditDraft(
                        Instant.EPOCH, AuditAction.ERASURE, "test", erased.customer(), erased.eventsHash()));
    }
}
