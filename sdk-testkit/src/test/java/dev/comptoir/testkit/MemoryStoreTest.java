package dev.comptoir.testkit;

import dev.comptoir.store.Store;
import dev.comptoir.store.memory.MemoryStore;

class MemoryStoreTest extends StoreContract {
    @Override
    protected Store openEmpty() {
        return new MemoryStore();
    }
}
