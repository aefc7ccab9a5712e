package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.crypto.internal.BrokenSealException;
import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.crypto.internal.IdsDigest;
import dev.comptoir.crypto.internal.SigningKey;
import dev.comptoir.store.Erasing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Erases customers within one transaction: rows, key, snapshots, and the record of it. */
final class JdbcErasure {
    private static final int TOMBSTONES_AT_ONCE = 1000;

    private final JdbcStore store;
    private final JdbcAuditStore audit;

    JdbcErasure(JdbcStore store, JdbcAuditStore audit) {
        this.store = store;
        this.audit = audit;
    }

    /** The customers erased; where there is none, nothing has changed. */
    List<CustomerId> erase(Connection connection, List<Erasing.Target> targets, Erasing erasing) throws SQLException {
        BusinessKeys keys = store.keys();
        BusinessKeys.Hashes lookUps = keys.lookUps();
        Erasing.Signer signer = signer(connection, keys);
        List<CustomerId> erased = new ArrayList<>();
        for (Erasing.Target target : targets) {
            Hash lookUp = new Hash(lookUps.of(target.customer().value()));
            JdbcStore.Found found = store.find(connection, List.of(lookUp)).get(lookUp);
            if (found != null && newest(connection, found.number()) > target.upToSequence()) {
                continue;
            }
            Erasing.Erased gone = found == null
                    ? new Erasing.Erased(target.customer(), 0, new IdsDigest().finish())
                    : erase(connection, keys, target.customer(), found.number());
            audit.append(connection, erasing.record(gone, signer));
            erased.add(target.customer());
        }
        if (!erased.isEmpty()) {
            execute(connection, "DELETE" + store.tables().from("snapshot_part"));
            execute(connection, "DELETE" + store.tables().from("snapshot"));
        }
        return erased;
    }

    private Erasing.Erased erase(Connection connection, BusinessKeys keys, CustomerId customer, long number)
            throws SQLException {
        IdsDigest digest = new IdsDigest();
        BusinessKeys.Hashes tombstones = keys.tombstones();
        long events = 0;
        String last = "";
        List<byte[]> hashes = new ArrayList<>();
        List<String> ids;
        do {
            ids = ids(connection, number, last);
            hashes.clear();
            for (String id : ids) {
                digest.add(id);
                hashes.add(tombstones.of(id));
                last = id;
            }
            bury(connection, hashes);
            events += ids.size();
        } while (ids.size() == TOMBSTONES_AT_ONCE);
        execute(connection, "DELETE" + store.tables().from("event") + " AND customer = " + number);
        execute(connection, "DELETE" + store.tables().from("customer_key") + " AND number = " + number);
        return new Erasing.Erased(customer, events, digest.finish());
    }

    private List<String> ids(Connection connection, long number, String after) throws SQLException {
        String sql = "SELECT id" + store.tables().from("event") + " AND customer = " + number
                + " AND id > ? ORDER BY id LIMIT " + TOMBSTONES_AT_ONCE;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, after);
            List<String> ids = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        }
    }

    private void bury(Connection connection, List<byte[]> hashes) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(store.tables().insert("erased", "event") + " ON CONFLICT DO NOTHING")) {
            for (byte[] hash : hashes) {
                insert.setBytes(1, hash);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private long newest(Connection connection, long number) throws SQLException {
        String sql = "SELECT coalesce(max(sequence), 0)" + store.tables().from("event") + " AND customer = " + number;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The business's own key pair, made when it is first needed. */
    private Erasing.Signer signer(Connection connection, BusinessKeys keys) throws SQLException {
        SigningKey kept = signingKey(connection, keys);
        SigningKey key = kept == null ? SigningKey.create(keys) : kept;
        if (kept == null) {
            try (PreparedStatement update = connection.prepareStatement(
                    store.tables().updateBusiness("signing_public = ?, signing_private = ?"))) {
                update.setBytes(1, key.publicKey());
                update.setBytes(2, key.sealed());
                update.executeUpdate();
            }
        }
        return new Erasing.Signer() {
            @Override
            public byte[] publicKey() {
                return key.publicKey();
            }

            @Override
            public byte[] sign(byte[] message) {
                return key.sign(message);
            }
        };
    }

    private @Nullable SigningKey signingKey(Connection connection, BusinessKeys keys) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(store.tables().selectBusiness("signing_public, signing_private"));
                ResultSet row = select.executeQuery()) {
            byte[] publicKey = row.next() ? row.getBytes(1) : null;
            return publicKey == null ? null : SigningKey.open(keys, publicKey, row.getBytes(2));
        } catch (BrokenSealException e) {
            throw store.damaged("the signing key was changed", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
