package dev.comptoir.store.jdbc;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.EventStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Events as rows: what is searched for in columns, the rest as JSON. */
final class SqliteEventStore implements EventStore {
    /*
     * Group commit: an fsync costs the same for one event as for thousands. Whoever gets the writer commits for everyone who
     * waits; they wait for their own work to be done, not for the lock, so that they can all bring new work while the next one
     * commits. Each append is whole within the one transaction. No wake-up is lost: an append is in the queue before its owner
     * finds the writer taken, and whoever gives the writer free looks into the queue afterwards.
     */
    private static final int MAX_GROUP_EVENTS = 10_000;

    /** A fraction of an fsync: waiting so long for those who were woken a moment ago is cheaper than a commit without them. */
    private static final long GATHER_NANOS = 200_000;

    private final ConcurrentLinkedQueue<Append> waiting = new ConcurrentLinkedQueue<>();
    private final SqliteStore store;
    private final JdbcStore access;
    private final CustomerKeys customers;
    private final EventRows rows;
    /** Of the writing connection, used while it is held, closed with it. */
    private @Nullable SqliteInserts inserts;
    /** How many appends the last commit was for; used while the writer is held. */
    private int lastGroup;

    SqliteEventStore(SqliteStore store, JdbcStore access, CustomerKeys customers) {
        this.store = store;
        this.access = access;
        this.customers = customers;
        this.rows = new EventRows(access, customers);
    }

    @Override
    public List<Outcome> append(List<? extends Event> batch) {
        Append append = new Append(batch);
        customers.seal(append);
        waiting.add(append);
        while (!append.isDone()) {
            if (!store.tryExclusively(this::commitWaiting)) {
                append.awaitTurn();
            }
        }
        return append.outcomes();
    }

    /** Called whenever the writer has become free: whoever waits longest is to commit for all. */
    void wakeNext() {
        Append next = waiting.peek();
        if (next != null) {
            next.takeTurn();
        }
    }

    /** The producers of the last group have just been woken, and most will be back at once with new work. */
    @SuppressWarnings("ThreadPriorityCheck") // Only a hint: without it the group is smaller, and nothing else changes.
    private void gather() {
        long start = System.nanoTime();
        while (lastGroup > 1 && waiting.size() < lastGroup && System.nanoTime() - start < GATHER_NANOS) {
            Thread.yield();
        }
    }

    private void commitWaiting() {
        gather();
        List<Append> group = new ArrayList<>();
        int events = 0;
        for (Append next = waiting.poll(); next != null; next = events < MAX_GROUP_EVENTS ? waiting.poll() : null) {
            group.add(next);
            events += next.size();
        }
        lastGroup = group.size();
        if (group.isEmpty()) {
            return;
        }
        try {
            Map<CustomerKey, Long> numbers = new HashMap<>();
            List<List<Outcome>> outcomes = store.write(connection -> insert(connection, group, numbers));
            customers.committed(numbers);
            for (int i = 0; i < group.size(); i++) {
                group.get(i).succeed(outcomes.get(i));
            }
        } catch (RuntimeException e) {
            // The driver closes a statement that has failed.
            inserts = null;
            group.forEach(append -> append.fail(e));
        } catch (Error e) {
            // Nobody may wait for ever because memory ran out here.
            inserts = null;
            group.forEach(append ->
                    append.fail(new StoreException(ErrorCode.STORE_FAILED, "The commit of a group broke off.", e)));
            throw e;
        }
    }

    /** Lets go of the writing connection's statements, while it is held: they would keep the file from being written anew. */
    void closeStatements() throws SQLException {
        SqliteInserts prepared = inserts;
        inserts = null;
        if (prepared != null) {
            prepared.close();
        }
    }

    private List<List<Outcome>> insert(Connection connection, List<Append> group, Map<CustomerKey, Long> numbers)
            throws SQLException {
        SqliteInserts prepared = inserts;
        if (prepared == null) {
            prepared = new SqliteInserts(connection, access.keys(), rows);
            inserts = prepared;
        }
        prepared.begin(numbers);
        prepared.keep(customers.settle(connection, group, prepared.erasures()));
        List<List<Outcome>> each = new ArrayList<>(group.size());
        for (Append append : group) {
            List<Outcome> outcomes = new ArrayList<>(append.size());
            for (EventRow row : append.rows()) {
                outcomes.add(prepared.keep(row));
            }
            each.add(outcomes);
        }
        return each;
    }

    @Override
    public List<Kept> page(EventQuery query, @Nullable Kept after, int limit) {
        return rows.page(query, after, limit);
    }

    @Override
    public long size() {
        return number("SELECT count(*) FROM event");
    }

    @Override
    public long lastSequence() {
        return number("SELECT max(last_sequence, coalesce((SELECT max(sequence) FROM event), 0)) FROM business");
    }

    @Override
    public long erasures() {
        return number("SELECT erasures FROM business");
    }

    private long number(String sql) {
        return store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
