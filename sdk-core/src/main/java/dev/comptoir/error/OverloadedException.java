package dev.comptoir.error;

/** A bounded queue is full: try again later, or raise the limit that the message names. */
public final class OverloadedException extends ComptoirException {
    private static final long serialVersionUID = 1L;

    public OverloadedException(String message) {
        super(ErrorCode.OVERLOADED, message, null);
    }
}
