package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditCheck;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.audit.AuditHead;
import dev.comptoir.crypto.internal.AuditChain;
import dev.comptoir.crypto.internal.AuditChain.Link;
import dev.comptoir.crypto.internal.AuditWalk;
import dev.comptoir.crypto.internal.BrokenSealException;
import dev.comptoir.store.AuditStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit log as rows. Thread-safe. */
final class JdbcAuditStore implements AuditStore {
    private static final int PAGE = 1000;

    private final JdbcStore store;

    JdbcAuditStore(JdbcStore store) {
        this.store = store;
    }

    @Override
    public AuditEntry append(AuditDraft draft) {
        return store.write(connection -> append(connection, draft));
    }

    /** Within a writing transaction. */
    AuditEntry append(Connection connection, AuditDraft draft) throws SQLException {
        AuditChain chain = new AuditChain(store.keys());
        Link link;
        try {
            link = chain.next(chain.head(sealedHead(connection)), draft);
        } catch (BrokenSealException e) {
            throw store.damaged("the record of the last entry of the audit log was changed", e);
        }
        try (PreparedStatement insert = connection.prepareStatement(
                store.tables().insert("audit", "sequence, entry, hash") + " ON CONFLICT DO NOTHING")) {
            insert.setLong(1, link.sequence());
            insert.setBytes(2, link.sealed());
            insert.setBytes(3, link.hash());
            if (insert.executeUpdate() == 0) {
                throw store.damaged("there is an entry after the last of the audit log", null);
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement(store.tables().updateBusiness("audit_head = ?"))) {
            update.setBytes(1, chain.sealHead(link));
            update.executeUpdate();
        }
        return chain.entry(link);
    }

    @Override
    public List<AuditEntry> page(long afterSequence, int limit) {
        return store.read(List.of(), connection -> {
            AuditChain chain = new AuditChain(store.keys());
            List<AuditEntry> page = new ArrayList<>();
            for (Link link : links(connection, afterSequence, limit)) {
                try {
                    page.add(chain.entry(link));
                } catch (BrokenSealException e) {
                    throw store.damaged("entry " + link.sequence() + " of the audit log was changed", e);
                }
            }
            return page;
        });
    }

    @Override
    public AuditCheck verify(@Nullable AuditHead known) {
        return store.read(AuditWalk.ofNothing(known), connection -> {
            AuditWalk walk = walk(connection, known);
            List<Link> links;
            do {
                links = links(connection, walk.last(), PAGE);
            } while (walk.addAll(links) && links.size() == PAGE);
            return walk.finish();
        });
    }

    private AuditWalk walk(Connection connection, @Nullable AuditHead known) throws SQLException {
        // One statement, so that both are of one moment.
        String sql = store.tables()
                .selectBusiness(
                        "audit_head, (SELECT max(sequence)" + store.tables().from("audit") + ")");
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            boolean found = row.next();
            return new AuditWalk(
                    new AuditChain(store.keys()), found ? row.getBytes(1) : null, found ? row.getLong(2) : 0, known);
        }
    }

    @Override
    public AuditHead head() {
        return store.read(new AuditHead(0, ""), connection -> {
            try {
                return AuditChain.known(new AuditChain(store.keys()).head(sealedHead(connection)));
            } catch (BrokenSealException e) {
                throw store.damaged("the record of the last entry of the audit log was changed", e);
            }
        });
    }

    @Override
    public String subject(CustomerId customer) {
        return store.read("", connection -> new AuditChain(store.keys()).subject(customer));
    }

    private List<Link> links(Connection connection, long after, int limit) throws SQLException {
        String sql = "SELECT sequence, entry, hash" + store.tables().from("audit")
                + " AND sequence > ? ORDER BY sequence LIMIT " + limit;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, after);
            List<Link> links = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    links.add(new Link(row.getLong(1), row.getBytes(2), row.getBytes(3)));
                }
            }
            return links;
        }
    }

    private byte @Nullable [] sealedHead(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(store.tables().selectBusiness("audit_head"));
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getBytes(1) : null;
        }
    }
}
