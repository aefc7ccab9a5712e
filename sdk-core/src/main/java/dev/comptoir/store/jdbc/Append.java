package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import dev.comptoir.store.EventStore.Outcome;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code append}, which waits until somebody has committed it. Rows are made in the caller's thread, before anything is
 * locked.
 */
final class Append {
    private final List<Row> rows;
    private final Thread owner = Thread.currentThread();
    private @Nullable List<Outcome> outcomes;
    private @Nullable RuntimeException failure;
    /** Written last, so that who sees it true sees the rest. */
    private volatile boolean done;

    private volatile boolean turn;

    Append(List<? extends Event> batch) {
        this.rows = batch.stream().map(Row::of).toList();
    }

    int size() {
        return rows.size();
    }

    /** The events as rows, in the order of the batch. */
    List<Row> rows() {
        return rows;
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

    /** Inserts all rows; they are kept once the surrounding transaction is. */
    List<Outcome> run(PreparedStatement insert, PreparedStatement select) throws SQLException {
        List<Outcome> each = new ArrayList<>(rows.size());
        for (Row row : rows) {
            each.add(row.insert(insert) ? Outcome.STORED : row.isKept(select) ? Outcome.DUPLICATE : Outcome.CONFLICT);
        }
        return each;
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

    /** One event as it is kept: duplicates are equal rows. */
    record Row(String id, String kind, long at, @Nullable String customer, String body) {
        static Row of(Event event) {
            CustomerId customer = event.customer();
            return new Row(
                    event.id().value(),
                    event.kind().name(),
                    event.at().toEpochMilli(),
                    customer == null ? null : customer.value(),
                    EventJson.write(event));
        }

        boolean insert(PreparedStatement insert) throws SQLException {
            insert.setString(1, id);
            insert.setString(2, kind);
            insert.setLong(3, at);
            insert.setString(4, customer);
            insert.setString(5, body);
            return insert.executeUpdate() == 1;
        }

        boolean isKept(PreparedStatement select) throws SQLException {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        && row.getString(1).equals(kind)
                        && row.getLong(2) == at
                        && Objects.equals(row.getString(3), customer)
                        && row.getString(4).equals(body);
            }
        }
    }
}
