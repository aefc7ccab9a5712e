package dev.comptoir.store;

import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditDraft;

/** Makes the record of an erasure, which is kept in the same transaction: there is never one without the other. */
public interface Erasing {
    /** Called once for each customer, within the transaction; must not use the store. */
    AuditDraft record(Erased erased, Signer signer);

    /**
     * What is being erased. Immutable.
     *
     * @param customer whose
     * @param events how many events named them; 0 for somebody unknown
     * @param eventsHash SHA-256 over the ids of these events in the order of their bytes, each as its length in four bytes
     *     (most significant first) and its UTF-8 bytes; in hexadecimal
     */
    record Erased(CustomerId customer, long events, String eventsHash) {}

    /** Signs with the business's own key, Ed25519 (RFC 8032). */
    interface Signer {
        /** The public key as X.509 SubjectPublicKeyInfo. */
        byte[] publicKey();

        /** 64 bytes. */
        byte[] sign(byte[] message);
    }

    /**
     * Whom to erase. Immutable.
     *
     * @param customer who
     * @param upToSequence the customer is left alone if an event of theirs was kept after this sequence number;
     *     {@link Long#MAX_VALUE} to erase in any case
     */
    record Target(CustomerId customer, long upToSequence) {}
}
