package dev.comptoir.error;

import org.jspecify.annotations.Nullable;

/** A model that is missing, damaged, of another shape than needed, or that failed while running. */
public final class ModelException extends ComptoirException {
    private static final long serialVersionUID = 1L;

    public ModelException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public ModelException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
