package dev.comptoir.benchmarks;

import dev.comptoir.Comptoir;
import dev.comptoir.store.Store;
import dev.comptoir.store.memory.MemoryStore;

/** No limit to compare with, and nothing that outlives its store. */
final class MemoryKind implements StoreKind {
    @Override
    public Place place() {
        return new Place() {
            @Override
            public Store open() {
                return new MemoryStore();
            }

            @Override
            public RawStore raw() {
                throw new UnsupportedOperationException("Nothing lies below the store in memory.");
            }

            @Override
            public long bytes() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Comptoir.Builder engine() {
        return Comptoir.inMemory();
    }

    @Override
    public boolean isDatabase() {
        return false;
    }

    @Override
    public void rawOpen(String business) {
        throw new UnsupportedOperationException("Nothing lies below the store in memory.");
    }

    @Override
    public void close() {}
}
