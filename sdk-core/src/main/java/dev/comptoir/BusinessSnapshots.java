package dev.comptoir;

import dev.comptoir.store.SnapshotStore;
import java.util.Optional;

/** The snapshots of one business over whichever store it has. */
final class BusinessSnapshots implements SnapshotStore {
    private final BusinessId id;
    private final Sessions sessions;

    BusinessSnapshots(BusinessId id, Sessions sessions) {
        this.id = id;
        this.sessions = sessions;
    }

    @Override
    public boolean put(Snapshot snapshot, Writer content) {
        return sessions.with(id, session -> session.store().snapshots().put(snapshot, content));
    }

    @Override
    public Optional<Snapshot> find(String name) {
        return sessions.with(id, session -> session.store().snapshots().find(name));
    }

    @Override
    public boolean read(String name, Reader reader) {
        return sessions.with(id, session -> session.store().snapshots().read(name, reader));
    }

    @Override
    public boolean delete(String name) {
        return sessions.with(id, session -> session.store().snapshots().delete(name));
    }
}
