package dev.comptoir.store.memory;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.store.SnapshotStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Snapshots in memory. Thread-safe by one lock, which is not held while they are written or read. */
final class MemorySnapshots implements SnapshotStore {
    private final LongSupplier erasures;
    private final Runnable ensureOpen;
    private final Map<String, Kept> byName = new HashMap<>();

    MemorySnapshots(LongSupplier erasures, Runnable ensureOpen) {
        this.erasures = erasures;
        this.ensureOpen = ensureOpen;
    }

    @Override
    public boolean put(Snapshot snapshot, Writer content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new StoreException(
                    ErrorCode.STORE_FAILED, "The bytes of a snapshot could not be written; the one before stays.", e);
        }
        synchronized (this) {
            ensureOpen.run();
            boolean current = snapshot.erasures() == erasures.getAsLong();
            if (current) {
                byName.put(snapshot.name(), new Kept(snapshot, bytes.toByteArray()));
            }
            return current;
        }
    }

    @Override
    public synchronized Optional<Snapshot> find(String name) {
        ensureOpen.run();
        return Optional.ofNullable(byName.get(name)).map(Kept::snapshot);
    }

    @Override
    public boolean read(String name, Reader reader) {
        Kept kept;
        synchronized (this) {
            ensureOpen.run();
            kept = byName.get(name);
        }
        if (kept == null) {
            return false;
        }
        try {
            reader.readFrom(new ByteArrayInputStream(kept.bytes));
            return true;
        } catch (IOException e) {
            throw new StoreException(ErrorCode.STORE_FAILED, "A snapshot could not be read.", e);
        }
    }

    @Override
    public synchronized boolean delete(String name) {
        ensureOpen.run();
        return byName.remove(name) != null;
    }

    synchronized void clear() {
        byName.clear();
    }

    private static final class Kept {
        private final Snapshot snapshot;
        private final byte[] bytes;

        Kept(Snapshot snapshot, byte[] bytes) {
            this.snapshot = snapshot;
            this.bytes = bytes;
        }

        Snapshot snapshot() {
            return snapshot;
        }
    }
}
