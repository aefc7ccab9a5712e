package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.EventStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private final ConcurrentLinkedQueue<Append> waiting = new ConcurrentLinkedQueue<>();
    private final SqliteStore store;
    /** Of the writing connection, used while it is held, closed with it. */
    private @Nullable PreparedStatement insert;

    private @Nullable PreparedStatement select;

    SqliteEventStore(SqliteStore store) {
        this.store = store;
    }

    @Override
    public List<Outcome> append(List<? extends Event> batch) {
        Append append = new Append(batch);
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

    private void commitWaiting() {
        List<Append> group = new ArrayList<>();
        int events = 0;
        for (Append next = waiting.poll(); next != null; next = events < MAX_GROUP_EVENTS ? waiting.poll() : null) {
            group.add(next);
            events += next.size();
        }
        try {
            List<List<Outcome>> outcomes = store.write(connection -> {
                PreparedStatement insert = insert(connection);
                PreparedStatement select = select(connection);
                List<List<Outcome>> each = new ArrayList<>(group.size());
                for (Append append : group) {
                    each.add(append.run(insert, select));
                }
                return each;
            });
            for (int i = 0; i < group.size(); i++) {
                group.get(i).succeed(outcomes.get(i));
            }
        } catch (RuntimeException e) {
            // The driver closes a statement that has failed.
            insert = null;
            select = null;
            group.forEach(append -> append.fail(e));
        }
    }

    private PreparedStatement insert(Connection connection) throws SQLException {
        PreparedStatement prepared = insert;
        if (prepared == null) {
            prepared = connection.prepareStatement("INSERT INTO event (id, kind, at, customer, body)"
                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
            insert = prepared;
        }
        return prepared;
    }

    private PreparedStatement select(Connection connection) throws SQLException {
        PreparedStatement prepared = select;
        if (prepared == null) {
            prepared = connection.prepareStatement("SELECT kind, at, customer, body FROM event WHERE id = ?");
            select = prepared;
        }
        return prepared;
    }

    @Override
    public List<Kept> page(EventQuery query, @Nullable Kept after, int limit) {
        return store.read(connection -> {
            List<Object> values = new ArrayList<>();
            String sql = "SELECT sequence, id, kind, at, customer, body FROM event" + where(query, after, values)
                    + order(query) + " LIMIT " + limit;
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    select.setObject(i + 1, values.get(i));
                }
                return rows(select);
            }
        });
    }

    @Override
    public long size() {
        return number("SELECT count(*) FROM event");
    }

    @Override
    public long lastSequence() {
        return number("SELECT coalesce(max(sequence), 0) FROM event");
    }

    @Override
    public long erasures() {
        return 0;
    }

    private long number(String sql) {
        return store.read(connection -> number(connection, sql));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static String where(EventQuery query, @Nullable Kept after, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        if (query.customer() != null) {
            conditions.add("customer = ?");
            values.add(query.customer().value());
        }
        if (query.from() != null) {
            conditions.add("at >= ?");
            values.add(ceilingMillis(query.from()));
        }
        if (query.until() != null) {
            conditions.add("at < ?");
            values.add(ceilingMillis(query.until()));
        }
        long afterSequence = query.afterSequence();
        if (after != null && query.order() == EventQuery.Order.AS_KEPT) {
            afterSequence = Math.max(afterSequence, after.sequence());
        } else if (after != null) {
            conditions.add(query.order() == EventQuery.Order.OLDEST_FIRST ? "(at, id) > (?, ?)" : "(at, id) < (?, ?)");
            values.add(after.event().at().toEpochMilli());
            values.add(after.event().id().value());
        }
        if (afterSequence > 0) {
            conditions.add("sequence > ?");
            values.add(afterSequence);
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** Events are kept to the millisecond: a bound between two of them lies after the earlier. */
    private static long ceilingMillis(Instant bound) {
        long millis = bound.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(bound) ? millis + 1 : millis;
    }

    static String order(EventQuery query) {
        return switch (query.order()) {
            case OLDEST_FIRST -> " ORDER BY at, id";
            case NEWEST_FIRST -> " ORDER BY at DESC, id DESC";
            case AS_KEPT -> " ORDER BY sequence";
        };
    }

    static List<Kept> rows(PreparedStatement select) throws SQLException {
        List<Kept> page = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String customer = row.getString(5);
                page.add(new Kept(
                        row.getLong(1),
                        EventJson.read(
                                Event.Kind.valueOf(row.getString(3)),
                                EventId.of(row.getString(2)),
                                Instant.ofEpochMilli(row.getLong(4)),
                                customer == null ? null : CustomerId.of(customer),
                                row.getString(6))));
            }
        }
        return page;
    }
}
