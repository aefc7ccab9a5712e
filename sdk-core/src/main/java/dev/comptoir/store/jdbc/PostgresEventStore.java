package dev.comptoir.store.jdbc;

import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.EventStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Events of one business as rows among those of others. */
final class PostgresEventStore implements EventStore {
    /*
     * Rows go to the server as arrays, hundreds in one statement: one by one, each would wait for the network, and the counts
     * of a JDBC batch say nothing about single rows when the driver rewrites it.
     */
    private static final int MAX_ROWS = 1000;
    private static final int MAX_BYTES = 4 << 20;
    private static final String GIVEN = " FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS bigint[]),"
            + " CAST(? AS bigint[]), CAST(? AS bytea[]))"
            + " WITH ORDINALITY AS given (id, kind, at, customer, body, place)";
    private static final String INSERT = "WITH stored AS (INSERT INTO comptoir_event"
            + " (business, sequence, id, kind, at, customer, body)"
            + " SELECT ?, ? + place, id, kind, at, customer, body" + GIVEN
            + " ON CONFLICT (business, id) DO NOTHING RETURNING id, sequence),"
            + " counted AS (UPDATE comptoir_business SET last_sequence = (SELECT max(sequence) FROM stored)"
            + " WHERE number = ? AND EXISTS (SELECT FROM stored))"
            + " SELECT id FROM stored";

    private final PostgresStore store;
    private final JdbcStore access;
    private final CustomerKeys customers;
    private final EventRows rows;
    private final GroupCommit commits;

    PostgresEventStore(PostgresStore store, JdbcStore access, CustomerKeys customers) {
        this.store = store;
        this.access = access;
        this.customers = customers;
        this.rows = new EventRows(access, customers);
        this.commits = new GroupCommit(this::keep);
    }

    @Override
    public List<Outcome> append(List<? extends Event> batch) {
        Append append = new Append(batch);
        try {
            customers.seal(append);
        } catch (StoreException e) {
            throw new StoreException(e.code(), "The events could not be kept; nothing of this call was.", e);
        }
        return commits.append(append);
    }

    private List<List<Outcome>> keep(List<Append> group) {
        Map<CustomerKey, Long> numbers = new HashMap<>();
        List<List<Outcome>> outcomes = store.write((connection, business) -> {
            numbers.clear();
            insert(connection, business, customers.settle(connection, group, business.erasures()), numbers);
            return keep(connection, business, group, numbers);
        });
        customers.committed(numbers);
        return outcomes;
    }

    private static void insert(
            Connection connection, PostgresStore.Row business, List<CustomerKey> fresh, Map<CustomerKey, Long> numbers)
            throws SQLException {
        if (fresh.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("WITH counted AS (UPDATE comptoir_business"
                + " SET last_customer = ? WHERE number = ?)"
                + " INSERT INTO comptoir_customer_key (business, number, look_up, sealed)"
                + " SELECT ?, ? + place, look_up, sealed FROM unnest(CAST(? AS bytea[]), CAST(? AS bytea[]))"
                + " WITH ORDINALITY AS given (look_up, sealed, place)")) {
            insert.setLong(1, business.lastCustomer() + fresh.size());
            insert.setLong(2, business.number());
            insert.setLong(3, business.number());
            insert.setLong(4, business.lastCustomer());
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "bytea",
                            fresh.stream().map(key -> key.lookUp().bytes()).toArray(byte[][]::new)));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "bytea", fresh.stream().map(CustomerKey::sealed).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
        for (CustomerKey key : fresh) {
            numbers.put(key, business.lastCustomer() + numbers.size() + 1);
        }
    }

    private List<List<Outcome>> keep(
            Connection connection, PostgresStore.Row business, List<Append> group, Map<CustomerKey, Long> numbers)
            throws SQLException {
        Map<String, EventRow> first = new LinkedHashMap<>();
        group.forEach(append -> append.rows().forEach(row -> first.putIfAbsent(row.id, row)));
        Set<String> erased = business.erasures() == 0 ? Set.of() : erased(connection, first.keySet());
        erased.forEach(first::remove);
        Set<String> stored = new HashSet<>();
        Map<EventRow, Boolean> same = new HashMap<>();
        long sequence = business.lastSequence();
        for (List<EventRow> portion : portions(first.values())) {
            int before = stored.size();
            insert(connection, business.number(), sequence, portion, numbers, stored);
            if (stored.size() < before + portion.size()) {
                select(connection, group, portion, stored, same);
            }
            sequence += portion.size();
        }
        List<List<Outcome>> outcomes = new ArrayList<>(group.size());
        for (Append append : group) {
            List<Outcome> each = new ArrayList<>(append.size());
            for (EventRow row : append.rows()) {
                each.add(outcome(row, first.get(row.id), erased, stored, same));
            }
            outcomes.add(each);
        }
        return outcomes;
    }

    /** The first of an id is stored once; whatever comes after it is compared with it, or with what was kept before. */
    private static Outcome outcome(
            EventRow row,
            @Nullable EventRow first,
            Set<String> erased,
            Set<String> stored,
            Map<EventRow, Boolean> sameAsKept) {
        if (first == null) {
            return erased.contains(row.id) ? Outcome.ERASED : Outcome.CONFLICT;
        }
        if (row == first && stored.contains(row.id)) {
            return Outcome.STORED;
        }
        boolean same = stored.contains(row.id) ? row.isSame(first) : sameAsKept.getOrDefault(row, false);
        return same ? Outcome.DUPLICATE : Outcome.CONFLICT;
    }

    private static List<List<EventRow>> portions(Iterable<EventRow> rows) {
        List<List<EventRow>> portions = new ArrayList<>();
        List<EventRow> portion = new ArrayList<>();
        long bytes = 0;
        for (EventRow row : rows) {
            if (portion.size() == MAX_ROWS || bytes > MAX_BYTES) {
                portions.add(portion);
                portion = new ArrayList<>();
                bytes = 0;
            }
            portion.add(row);
            bytes += row.body().length;
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    private static void insert(
            Connection connection,
            long business,
            long sequence,
            List<EventRow> rows,
            Map<CustomerKey, Long> numbers,
            Set<String> stored)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, business);
            insert.setLong(2, sequence);
            insert.setArray(3, connection.createArrayOf("text", column(rows, row -> row.id)));
            insert.setArray(4, connection.createArrayOf("text", column(rows, row -> row.kind)));
            insert.setArray(5, connection.createArrayOf("int8", column(rows, row -> row.at)));
            insert.setArray(6, connection.createArrayOf("int8", column(rows, row -> number(row.key(), numbers))));
            insert.setArray(
                    7,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(EventRow::body).toArray(byte[][]::new)));
            insert.setLong(8, business);
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    stored.add(row.getString(1));
                }
            }
        }
    }

    private static @Nullable Long number(@Nullable CustomerKey key, Map<CustomerKey, Long> numbers) {
        return key == null ? null : numbers.getOrDefault(key, key.number());
    }

    private Set<String> erased(Connection connection, Collection<String> ids) throws SQLException {
        BusinessKeys.Hashes tombstones = access.keys().tombstones();
        Map<Hash, String> byHash = new HashMap<>();
        ids.forEach(id -> byHash.put(new Hash(tombstones.of(id)), id));
        Set<String> erased = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT event" + access.tables().from("erased") + " AND event = ANY (?)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bytea", byHash.keySet().stream().map(Hash::bytes).toArray(byte[][]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    erased.add(byHash.get(new Hash(row.getBytes(1))));
                }
            }
        }
        return erased;
    }

    /** Compares what was there already with all that came under its id. */
    private void select(
            Connection connection,
            List<Append> group,
            List<EventRow> portion,
            Set<String> stored,
            Map<EventRow, Boolean> same)
            throws SQLException {
        Map<String, List<EventRow>> others = new HashMap<>();
        portion.stream().filter(row -> !stored.contains(row.id)).forEach(row -> others.put(row.id, new ArrayList<>()));
        group.forEach(append -> append.rows().forEach(row -> {
            List<EventRow> ofThisId = others.get(row.id);
            if (ofThisId != null) {
                ofThisId.add(row);
            }
        }));
        try (PreparedStatement select = connection.prepareStatement("SELECT kind, at, customer, body, sealed, id FROM"
                + " (SELECT kind, at, customer, body, id" + access.tables().from("event")
                + " AND id = ANY (?)) AS event LEFT JOIN (SELECT number, sealed"
                + access.tables().from("customer_key") + ") AS customer_key ON number = customer")) {
            select.setArray(1, connection.createArrayOf("text", others.keySet().toArray()));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    for (EventRow row : others.getOrDefault(found.getString(6), List.of())) {
                        same.put(row, rows.isKept(row, found));
                    }
                }
            }
        }
    }

    private static @Nullable Object[] column(List<EventRow> rows, Function<EventRow, @Nullable Object> value) {
        @Nullable Object[] column = new Object[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }

    @Override
    public List<Kept> page(EventQuery query, @Nullable Kept after, int limit) {
        return rows.page(query, after, limit);
    }

    @Override
    public long size() {
        return number("SELECT count(*) FROM comptoir_event"
                + " WHERE business = (SELECT number FROM comptoir_business WHERE id = ?)");
    }

    @Override
    public long lastSequence() {
        return number("SELECT coalesce(max(last_sequence), 0) FROM comptoir_business WHERE id = ?");
    }

    @Override
    public long erasures() {
        return number("SELECT coalesce(max(erasures), 0) FROM comptoir_business WHERE id = ?");
    }

    private long number(String sql) {
        return store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, store.business());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }
}
