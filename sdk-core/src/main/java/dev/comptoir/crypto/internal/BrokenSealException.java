package dev.comptoir.crypto.internal;

/** Bytes that were sealed with another key or for another place, or have been changed since. */
public final class BrokenSealException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenSealException(String message, Throwable cause) {
        super(message, cause);
    }

    public BrokenSealException(String message) {
        super(message);
    }
}
