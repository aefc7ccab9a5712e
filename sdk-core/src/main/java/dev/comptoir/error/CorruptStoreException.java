package dev.comptoir.error;

import org.jspecify.annotations.Nullable;

/** A file of the store is damaged or was not written by this library; the file is left untouched. */
public final class CorruptStoreException extends StoreException {
    private static final long serialVersionUID = 1L;

    public CorruptStoreException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public CorruptStoreException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
