package dev.comptoir.error;

/**
 * Every error a caller can meet, with a code that stays the same from release to release. {@code docs/errors.md} says
 * for each what happened and what to do.
 */
public enum ErrorCode {
    CONFIGURATION_INVALID("configuration.invalid", false),
    DATA_DIRECTORY_UNUSABLE("data-directory.unusable", false),
    DATA_DIRECTORY_LOCKED("data-directory.locked", true),
    STORE_FAILED("store.failed", true),
    STORE_CORRUPT("store.corrupt", false),
    STORE_TOO_NEW("store.too-new", false),
    STORE_KEY("store.key", false),
    EVENT_CONFLICT("event.conflict", false),
    EVENT_TOO_LARGE("event.too-large", false),
    CONSENT_REQUIRED("consent.required", false),
    IMPORT_UNREADABLE("import.unreadable", false),
    IMPORT_COLUMNS("import.columns", false),
    SEGMENTS_INVALID("segments.invalid", false),
    KNOWLEDGE_UNREADABLE("knowledge.unreadable", false),
    CERTIFICATE_UNREADABLE("certificate.unreadable", false),
    MODEL_NOT_FOUND("model.not-found", false),
    MODEL_CORRUPT("model.corrupt", false),
    MODEL_UNSUPPORTED("model.unsupported", false),
    MODEL_DIMENSION("model.dimension", false),
    MODEL_FAILED("model.failed", true),
    MODEL_TOO_LARGE("model.too-large", false),
    OVERLOADED("overloaded", true),
    CLOSED("closed", false);

    private final String id;
    private final boolean retryable;

    ErrorCode(String id, boolean retryable) {
        this.id = id;
        this.retryable = retryable;
    }

    /** The stable code, lower-case words joined by dots and hyphens, for example {@code store.corrupt}. */
    public String id() {
        return id;
    }

    /** Whether the same call may succeed later without any change by the caller. */
    public boolean retryable() {
        return retryable;
    }
}
