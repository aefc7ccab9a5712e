package dev.comptoir.store.memory;

import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.catalog.Product;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.crypto.internal.LocalMasterKey;
import dev.comptoir.crypto.internal.SigningKey;
import dev.comptoir.error.ClosedException;
import dev.comptoir.store.AuditStore;
import dev.comptoir.store.Erasing;
import dev.comptoir.store.EventStore;
import dev.comptoir.store.ProductStore;
import dev.comptoir.store.SnapshotStore;
import dev.comptoir.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store in memory: the same contract as on disk, without the disk. Thread-safe by one lock. */
public final class MemoryStore implements Store {
    private final MemoryEvents events = new MemoryEvents(this::ensureOpen);
    private final Products products = new Products();
    private final BusinessKeys keys = BusinessKeys.create(MasterKey.of(LocalMasterKey.random()));
    private final MemoryAudit audit = new MemoryAudit(keys, this::ensureOpen);
    private final MemorySnapshots snapshots = new MemorySnapshots(events::erasures, this::ensureOpen);
    /** Made when it is first needed. */
    private @Nullable SigningKey signing;

    private volatile boolean closed;

    /** An empty store. */
    public MemoryStore() {}

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public ProductStore products() {
        return products;
    }

    @Override
    public SnapshotStore snapshots() {
        return snapshots;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    @Override
    public List<CustomerId> erase(List<Erasing.Target> targets, Erasing erasing) {
        List<AuditDraft> records = new ArrayList<>();
        List<CustomerId> erased = events.erase(targets, gone -> records.add(erasing.record(gone, signer())));
        records.forEach(audit::append);
        snapshots.clear();
        return erased;
    }

    private synchronized Erasing.Signer signer() {
        SigningKey known = signing;
        SigningKey signing = known == null ? SigningKey.create(keys) : known;
        this.signing = signing;
        return new Erasing.Signer() {
            @Override
            public byte[] publicKey() {
                return signing.publicKey();
            }

            @Override
            public byte[] sign(byte[] message) {
                return signing.sign(message);
            }
        };
    }

    @Override
    public void close() {
        closed = true;
    }

    private void ensureOpen() {
        if (closed) {
            throw new ClosedException("The store of this business has been closed.");
        }
    }

    private final class Products implements ProductStore {
        private final TreeMap<String, Product> byId = new TreeMap<>(MemoryEvents.AS_UTF8);

        @Override
        public synchronized void put(Collection<Product> products) {
            ensureOpen();
            products.forEach(product -> byId.put(product.id().value(), product));
        }

        @Override
        public synchronized List<Product> all() {
            ensureOpen();
            return List.copyOf(byId.values());
        }
    }
}
