package dev.comptoir.error;

import org.jspecify.annotations.Nullable;

/** Data that contradicts what is already kept, or breaks a limit, handed over one by one; batches report it instead. */
public final class DataException extends ComptoirException {
    private static final long serialVersionUID = 1L;

    public DataException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public DataException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
