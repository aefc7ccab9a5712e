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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
        Set<CustomerId> erased = new LinkedHashSet<>();
        for (Erasing.Target target : targets) {
            Hash lookUp = new Hash(lookUps.of(target.customer().value()));
            JdbcStore.Found found = store.find(connection, List.of(lookUp)).get(lookUp);
            refuseMisplaced(keys, target.customer(), lookUp, found);
            if (erased.contains(target.customer())
                    || (found != null && newest(connection, found.number()) > target.upToSequence())) {
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
        return List.copyOf(erased);
    }

    private Erasing.Erased erase(Connection connection, BusinessKeys keys, CustomerId customer, long number)
            throws SQLException {
        IdsDigest digest = new IdsDigest();
        BusinessKeys.Hashes tombstones = keys.tombstones();
        long events = 0;
        // Read once, as it comes: in pages, each would sort all that is left.
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT id" + store.tables().from("event") + " AND customer = " + number + " ORDER BY id");
                PreparedStatement bury = connection.prepareStatement(
                        store.tables().insert("erased", "event") + " ON CONFLICT DO NOTHING")) {
            select.setFetchSize(TOMBSTONES_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String id = row.getString(1);
                    digest.add(id);
                    bury.setBytes(1, tombstones.of(id));
                    bury.addBatch();
                    if (++events % TOMBSTONES_AT_ONCE == 0) {
                        bury.executeBatch();
                    }
                }
            }
            bury.executeBatch();
        }
        execute(connection, "DELETE" + store.tables().from("event") + " AND customer = " + number);
        execute(connection, "DELETE" + store.tables().from("customer_key") + " AND number = " + number);
        return new Erasing.Erased(customer, events, digest.finish());
    }

    /** A hash that leads to somebody else must not erase them; a key that cannot be read is of no use to anybody. */
    private void refuseMisplaced(BusinessKeys keys, CustomerId customer, Hash lookUp, JdbcStore.@Nullable Found found) {
        if (found == null) {
            return;
        }
        CustomerKey key;
        try {
            key = CustomerKey.open(keys, keys.sealer(), found, lookUp, 0);
        } catch (BrokenSealException e) {
            return;
        }
        if (!key.customer().equals(customer)) {
            throw store.damaged(CustomerKeys.MISPLACED, null);
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
