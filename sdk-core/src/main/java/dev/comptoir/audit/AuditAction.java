package dev.comptoir.audit;

/** What an entry of the audit log is about; names stay stable. */
public enum AuditAction {
    /** All that is kept of a customer was erased; the detail is the certificate. */
    ERASURE,
    /** All that is kept of a customer was handed out. */
    ACCESS,
    /** A retention policy was run; the detail says with what outcome. */
    RETENTION_RUN,
    /** A copy of everything was written. */
    BACKUP,
    /** The business was brought back from a copy. */
    RESTORE,
    /** The assistant was allowed to send replies alone, or no longer; the detail says by which certificate. */
    AUTONOMY,
    /** Something that the vendor's software did and wants to have on record. */
    OTHER
}
