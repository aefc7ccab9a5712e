package dev.comptoir.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as a store keeps it, sealed, and the key of its customer where it is their first. */
final class RawRow {
    final String id;
    final String kind;
    final long at;
    final long customer;
    final byte[] body;
    final @Nullable Key newCustomer;

    private RawRow(String id, String kind, long at, long customer, byte[] body, @Nullable Key newCustomer) {
        this.id = id;
        this.kind = kind;
        this.at = at;
        this.customer = customer;
        this.body = body;
        this.newCustomer = newCustomer;
    }

    /**
     * All rows of a store.
     *
     * @param keys number, look_up, sealed
     * @param events id, kind, at, customer, body, in the order of keeping
     */
    static List<RawRow> read(ResultSet keys, ResultSet events) throws SQLException {
        Map<Long, Key> unseen = new HashMap<>();
        while (keys.next()) {
            unseen.put(keys.getLong(1), new Key(keys.getBytes(2), keys.getBytes(3)));
        }
        List<RawRow> rows = new ArrayList<>();
        while (events.next()) {
            long customer = events.getLong(4);
            rows.add(new RawRow(
                    events.getString(1),
                    events.getString(2),
                    events.getLong(3),
                    customer,
                    events.getBytes(5),
                    unseen.remove(customer)));
        }
        return rows;
    }

    /** Fetches every column, as an event needs them: sequence, id, kind, at, customer, body. */
    static int fetch(ResultSet row) throws SQLException {
        int rows = 0;
        while (row.next()) {
            row.getLong(1);
            row.getString(2);
            row.getString(3);
            row.getLong(4);
            row.getLong(5);
            row.getBytes(6);
            rows++;
        }
        return rows;
    }

    /** What is kept of a customer. */
    static final class Key {
        final byte[] lookUp;
        final byte[] sealed;

        Key(byte[] lookUp, byte[] sealed) {
            this.lookUp = lookUp;
            this.sealed = sealed;
        }
    }
}
