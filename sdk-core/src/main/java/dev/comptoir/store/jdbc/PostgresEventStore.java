package dev.comptoir.store.jdbc;

import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.EventStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
    private static final int MAX_CHARACTERS = 4 << 20;
    private static final String BUSINESS = "(SELECT number FROM comptoir_business WHERE id = ?)";
    private static final String INSERT = "WITH stored AS (INSERT INTO comptoir_event"
            + " (business, sequence, id, kind, at, customer, body)"
            + " SELECT ?, ? + place, id, kind, at, customer, body FROM unnest(CAST(? AS text[]), CAST(? AS text[]),"
            + " CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]))"
            + " WITH ORDINALITY AS given (id, kind, at, customer, body, place)"
            + " ON CONFLICT (business, id) DO NOTHING RETURNING id, sequence),"
            + " counted AS (UPDATE comptoir_business SET last_sequence = (SELECT max(sequence) FROM stored)"
            + " WHERE number = ? AND EXISTS (SELECT FROM stored))"
            + " SELECT id FROM stored";

    private final PostgresStore store;
    private final GroupCommit commits;

    PostgresEventStore(PostgresStore store) {
        this.store = store;
        this.commits =
                new GroupCommit(group -> store.write((connection, business) -> keep(connection, business, group)));
    }

    @Override
    public List<Outcome> append(List<? extends Event> batch) {
        return commits.append(batch);
    }

    private static List<List<Outcome>> keep(Connection connection, PostgresStore.Row business, List<Append> group)
            throws SQLException {
        Map<String, Append.Row> first = new LinkedHashMap<>();
        group.forEach(append -> append.rows().forEach(row -> first.putIfAbsent(row.id(), row)));
        Set<String> stored = new HashSet<>();
        Map<String, Append.Row> kept = new HashMap<>();
        long sequence = business.lastSequence();
        for (List<Append.Row> rows : portions(first.values())) {
            int before = stored.size();
            insert(connection, business.number(), sequence, rows, stored);
            if (stored.size() < before + rows.size()) {
                select(connection, business.number(), rows, stored, kept);
            }
            sequence += rows.size();
        }
        List<List<Outcome>> outcomes = new ArrayList<>(group.size());
        for (Append append : group) {
            List<Outcome> each = new ArrayList<>(append.size());
            for (Append.Row row : append.rows()) {
                // The first of an id is stored once; whatever comes after it is compared with it.
                boolean isNew = stored.remove(row.id());
                Append.Row known = isNew ? row : kept.getOrDefault(row.id(), first.get(row.id()));
                each.add(isNew ? Outcome.STORED : row.equals(known) ? Outcome.DUPLICATE : Outcome.CONFLICT);
            }
            outcomes.add(each);
        }
        return outcomes;
    }

    private static List<List<Append.Row>> portions(Iterable<Append.Row> rows) {
        List<List<Append.Row>> portions = new ArrayList<>();
        List<Append.Row> portion = new ArrayList<>();
        long characters = 0;
        for (Append.Row row : rows) {
            if (portion.size() == MAX_ROWS || characters > MAX_CHARACTERS) {
                portions.add(portion);
                portion = new ArrayList<>();
                characters = 0;
            }
            portion.add(row);
            characters += row.body().length();
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    private static void insert(
            Connection connection, long business, long sequence, List<Append.Row> rows, Set<String> stored)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, business);
            insert.setLong(2, sequence);
            insert.setArray(3, connection.createArrayOf("text", column(rows, Append.Row::id)));
            insert.setArray(4, connection.createArrayOf("text", column(rows, Append.Row::kind)));
            insert.setArray(5, connection.createArrayOf("int8", column(rows, Append.Row::at)));
            insert.setArray(6, connection.createArrayOf("text", column(rows, Append.Row::customer)));
            insert.setArray(7, connection.createArrayOf("text", column(rows, Append.Row::body)));
            insert.setLong(8, business);
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    stored.add(row.getString(1));
                }
            }
        }
    }

    private static void select(
            Connection connection,
            long business,
            List<Append.Row> rows,
            Set<String> stored,
            Map<String, Append.Row> kept)
            throws SQLException {
        List<Append.Row> others =
                rows.stream().filter(row -> !stored.contains(row.id())).toList();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, kind, at, customer, body FROM comptoir_event WHERE business = ? AND id = ANY (?)")) {
            select.setLong(1, business);
            select.setArray(2, connection.createArrayOf("text", column(others, Append.Row::id)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Append.Row found = new Append.Row(
                            row.getString(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5));
                    kept.put(found.id(), found);
                }
            }
        }
    }

    private static @Nullable Object[] column(List<Append.Row> rows, Function<Append.Row, @Nullable Object> value) {
        @Nullable Object[] column = new Object[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }

    @Override
    public List<Kept> page(EventQuery query, @Nullable Kept after, int limit) {
        return store.read(connection -> {
            List<Object> values = new ArrayList<>();
            values.add(store.business());
            String sql = "SELECT sequence, id, kind, at, customer, body FROM"
                    + " (SELECT * FROM comptoir_event WHERE business = " + BUSINESS + ") AS event"
                    + SqliteEventStore.where(query, after, values) + SqliteEventStore.order(query) + " LIMIT " + limit;
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    select.setObject(i + 1, values.get(i));
                }
                return SqliteEventStore.rows(select);
            }
        });
    }

    @Override
    public long size() {
        return number("SELECT count(*) FROM comptoir_event WHERE business = " + BUSINESS);
    }

    @Override
    public long lastSequence() {
        return number("SELECT coalesce(max(last_sequence), 0) FROM comptoir_business WHERE id = ?");
    }

    @Override
    public long erasures() {
        return 0;
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
