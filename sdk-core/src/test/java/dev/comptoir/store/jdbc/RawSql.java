package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A business's file as somebody sees and changes it who does not go through the library. */
final class RawSql {
    private final Path file;

    RawSql(Path file) {
        this.file = file;
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of every row. */
    List<byte[]> blobs(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<byte[]> blobs = new ArrayList<>();
            while (row.next()) {
                blobs.add(row.getBytes(1));
            }
            return blobs;
        }
    }

    String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    /** Changes one bit of a value. */
    void flip(String table, String column, String where, int at) throws SQLException {
        byte[] bytes = blobs("SELECT " + column + " FROM " + table + " WHERE " + where)
                .get(0)
                .clone();
        bytes[Math.floorMod(at, bytes.length)] ^= 0x20;
        set("UPDATE " + table + " SET " + column + " = ? WHERE " + where, bytes);
    }

    void set(String update, byte[] value) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setBytes(1, value);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
