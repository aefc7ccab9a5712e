package dev.comptoir.store.jdbc;

import dev.comptoir.crypto.internal.BrokenSealException;
import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a snapshot part by part, holding one at a time. Not thread-safe. */
final class SnapshotIn extends InputStream {
    private final JdbcStore store;
    private final JdbcSnapshotStore.Row row;
    private byte[] part = {};
    private int position;
    private int next;

    SnapshotIn(JdbcStore store, JdbcSnapshotStore.Row row) {
        this.store = store;
        this.row = row;
    }

    @Override
    public int read() {
        return fill() ? part[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, part.length - position);
        System.arraycopy(part, position, into, from, taken);
        position += taken;
        return taken;
    }

    private boolean fill() {
        if (position == part.length && next < row.parts()) {
            int number = next++;
            part = store.read(part, connection -> part(connection, number));
            position = 0;
        }
        return position < part.length;
    }

    private byte[] part(Connection connection, int number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT bytes" + store.tables().from("snapshot_part") + " AND snapshot = ? AND part = ?")) {
            select.setLong(1, row.number());
            select.setInt(2, number);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new StoreException(
                            ErrorCode.STORE_FAILED,
                            "A snapshot was replaced or dropped while it was read. Maybe read it again?");
                }
                BusinessKeys keys = store.keys();
                return keys.sealer().open(keys.snapshots(), SnapshotOut.place(row.number(), number), found.getBytes(1));
            }
        } catch (BrokenSealException e) {
            throw store.damaged("a part of the snapshot " + row.snapshot().name() + " was changed", e);
        }
    }
}
