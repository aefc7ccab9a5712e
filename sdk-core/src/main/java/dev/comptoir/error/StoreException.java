package dev.comptoir.error;

import org.jspecify.annotations.Nullable;

/** The store could not do what was asked: nothing of the failed call was kept. */
public class StoreException extends ComptoirException {
    private static final long serialVersionUID = 1L;

    public StoreException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public StoreException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
