package dev.comptoir.store.jdbc;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import dev.comptoir.store.EventStore.Outcome;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code append}, which waits until somebody has committed it. Rows are made in the caller's thread, before anything is
 * locked.
 */
final class Append {
    private final List<EventRow> rows;
    private long erasuresSeen;
    private final Thread owner = Thread.currentThread();
    private @Nullable List<Outcome> outcomes;
    private @Nullable RuntimeException failure;
    /** Written last, so that who sees it true sees the rest. */
    private volatile boolean done;

    private volatile boolean turn;

    Append(List<? extends Event> batch) {
        EventJson.Writer bodies = new EventJson.Writer();
        this.rows = batch.stream().map(event -> EventRow.of(event, bodies)).toList();
    }

    int size() {
        return rows.size();
    }

    /** The events as rows, in the order of the batch. */
    List<EventRow> rows() {
        return rows;
    }

    /** Its rows are sealed by what was known after so many erasures. */
    void sealed(long erasuresSeen) {
        this.erasuresSeen = erasuresSeen;
    }

    long erasuresSeen() {
        return erasuresSeen;
    }

    boolean isDone() {
        return done;
    }

    /** Waits until it is done, or until its owner is to try the writer again. */
    void awaitTurn() {
        while (!done && !turn) {
            LockSupport.park(this);
        }
        turn = false;
    }

    void takeTurn() {
        turn = true;
        LockSupport.unpark(owner);
    }

    void succeed(List<Outcome> outcomes) {
        this.outcomes = outcomes;
        finish();
    }

    void fail(RuntimeException failure) {
        this.failure = failure;
        finish();
    }

    private void finish() {
        done = true;
        LockSupport.unpark(owner);
    }

    /** What became of each event. */
    List<Outcome> outcomes() {
        if (failure instanceof InDoubtException doubt) {
            throw new InDoubtException(doubt);
        }
        if (failure instanceof StoreException store) {
            // The failure belongs to the whole group; the stack of the one who committed says nothing about this
            // caller.
            throw new StoreException(store.code(), "The events could not be kept; nothing of this call was.", store);
        }
        if (failure != null) {
            throw failure;
        }
        if (outcomes == null) {
            throw new StoreException(ErrorCode.STORE_FAILED, "The events were not committed.");
        }
        return outcomes;
    }
}
