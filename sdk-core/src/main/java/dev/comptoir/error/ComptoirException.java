package dev.comptoir.error;

import org.jspecify.annotations.Nullable;

/**
 * The one root of everything Comptoir throws on purpose. Programming mistakes stay the JDK's argument exceptions, and
 * dirty data is never an exception but a line in a report.
 *
 * <p>Messages carry the value, the limit it broke and the setting that holds the limit. They never carry names, mail
 * addresses, phone numbers or message text, so they may be logged.
 */
public abstract class ComptoirException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    protected ComptoirException(ErrorCode code, String message, @Nullable Throwable cause) {
        super("[" + code.id() + "] " + message, cause);
        this.code = code;
    }

    /** The stable code of this error; see {@code docs/errors.md}. */
    public final ErrorCode code() {
        return code;
    }

    /** Whether the same call may succeed later without any change by the caller. */
    public final boolean retryable() {
        return code.retryable();
    }
}
