package dev.comptoir.assist.knowledge;

/** Where an entry comes from. */
public enum Origin {
    /** The merchant wrote it. */
    WRITTEN,
    /** Made from the catalogue. */
    CATALOG,
    /** Learned from replies of the staff, and confirmed by enough of them. */
    LEARNED,
    /** Learned, and not confirmed yet: good for a draft, never for an answer. */
    UNCONFIRMED
}
