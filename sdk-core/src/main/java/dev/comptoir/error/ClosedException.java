package dev.comptoir.error;

/** Something was used after it had been closed. */
public final class ClosedException extends ComptoirException {
    private static final long serialVersionUID = 1L;

    public ClosedException(String message) {
        super(ErrorCode.CLOSED, message, null);
    }
}
