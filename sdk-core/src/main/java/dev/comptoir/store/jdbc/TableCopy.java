package dev.comptoir.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a business owns from one database's tables to another's, sealed as it is: both have the same tables. Snapshots are left
 * out, because they can be made anew.
 */
final class TableCopy {
    private static final int BATCH = 500;
    private static final String BUSINESS = "secret, last_sequence, last_customer, erasures, last_snapshot,"
            + " signing_public, signing_private, audit_head";

    private final Connection source;
    private final Tables from;
    private final Connection target;
    private final Tables to;
    private final UnaryOperator<@Nullable String> text;

    /** @param text what becomes of the titles, categories and descriptions of products, which PostgreSQL keeps in a form of its own */
    TableCopy(Connection source, Tables from, Connection target, Tables to, UnaryOperator<@Nullable String> text) {
        this.source = source;
        this.from = from;
        this.target = target;
        this.to = to;
        this.text = text;
    }

    /** Within a transaction on either side; the target has an empty business already. */
    void run() throws SQLException {
        business();
        rows("customer_key", List.of("number", "look_up", "sealed"));
        rows("event", List.of("sequence", "id", "kind", "at", "customer", "body"));
        rows("erased", List.of("event"));
        rows("audit", List.of("sequence", "entry", "hash"));
        rows("product", List.of("id", "title", "category", "price", "currency", "stock", "description", "attributes"));
    }

    private void business() throws SQLException {
        String assignments = BUSINESS.replace(",", " = ?,") + " = ?";
        try (PreparedStatement select = source.prepareStatement(from.selectBusiness(BUSINESS));
                ResultSet row = select.executeQuery();
                PreparedStatement update = target.prepareStatement(to.updateBusiness(assignments))) {
            row.next();
            update.setBytes(1, row.getBytes(1));
            for (int i = 2; i <= 5; i++) {
                update.setLong(i, row.getLong(i));
            }
            for (int i = 6; i <= 8; i++) {
                update.setBytes(i, row.getBytes(i));
            }
            update.executeUpdate();
        }
    }

    private void rows(String table, List<String> columns) throws SQLException {
        String names = String.join(", ", columns);
        try (PreparedStatement select = source.prepareStatement("SELECT " + names + from.from(table));
                PreparedStatement insert = target.prepareStatement(to.insert(table, names))) {
            // So that the driver hands rows over in portions, and does not hold them all.
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery()) {
                int waiting = 0;
                while (row.next()) {
                    for (int i = 1; i <= columns.size(); i++) {
                        set(insert, i, row, columns.get(i - 1));
                    }
                    insert.addBatch();
                    if (++waiting % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }

    private void set(PreparedStatement insert, int i, ResultSet row, String column) throws SQLException {
        switch (column) {
            case "title", "category", "description" -> insert.setString(i, text.apply(row.getString(i)));
            case "look_up", "sealed", "body", "entry", "hash" -> insert.setBytes(i, row.getBytes(i));
            default -> insert.setObject(i, row.getObject(i));
        }
    }
}
