package dev.comptoir.store.jdbc;

import dev.comptoir.crypto.internal.BusinessKeys;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.Arrays;

/** Cuts the bytes of a snapshot into parts, and keeps each in a transaction of its own. Not thread-safe. */
final class SnapshotOut extends OutputStream {
    private static final int PART_BYTES = 1 << 18;

    private final JdbcStore store;
    private final long snapshot;
    private final byte[] buffer = new byte[PART_BYTES];
    private int filled;
    private int parts;

    SnapshotOut(JdbcStore store, long snapshot) {
        this.store = store;
        this.snapshot = snapshot;
    }

    /** Where a part belongs: it cannot be moved to another unnoticed. */
    static byte[] place(long snapshot, int part) {
        return ("snapshot " + snapshot + ' ' + part).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int offset = from;
        int left = length;
        while (left > 0) {
            if (filled == PART_BYTES) {
                flushPart();
            }
            int taken = Math.min(left, PART_BYTES - filled);
            System.arraycopy(bytes, offset, buffer, filled, taken);
            filled += taken;
            offset += taken;
            left -= taken;
        }
    }

    /** Keeps what has come together; at the end once more for the rest. */
    void flushPart() {
        if (filled == 0) {
            return;
        }
        byte[] content = Arrays.copyOf(buffer, filled);
        int part = parts;
        store.write(connection -> {
            BusinessKeys keys = store.keys();
            byte[] sealed = keys.sealer().seal(keys.snapshots(), place(snapshot, part), content);
            try (PreparedStatement insert =
                    connection.prepareStatement(store.tables().insert("snapshot_part", "snapshot, part, bytes"))) {
                insert.setLong(1, snapshot);
                insert.setInt(2, part);
                insert.setBytes(3, sealed);
                return insert.executeUpdate();
            }
        });
        parts++;
        filled = 0;
    }

    int parts() {
        return parts;
    }
}
