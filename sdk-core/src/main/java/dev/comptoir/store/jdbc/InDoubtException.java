package dev.comptoir.store.jdbc;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;

/** The one failure after which something may have been kept: the answer to a commit was lost, and could not be asked for. */
final class InDoubtException extends StoreException {
    private static final long serialVersionUID = 1L;

    InDoubtException(Throwable cause) {
        super(
                ErrorCode.STORE_FAILED,
                "The connection to the database broke during a commit, and could not be had again to ask whether it took"
                        + " place. Maybe append the same events again? Those kept already count once.",
                cause);
    }
}
