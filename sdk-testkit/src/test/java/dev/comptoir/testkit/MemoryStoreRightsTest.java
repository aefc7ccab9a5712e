package dev.comptoir.testkit;

import dev.comptoir.store.Store;
import dev.comptoir.store.memory.MemoryStore;

class MemoryStoreRightsTest extends StoreRightsContract {
    @Override
    protected Store openEmpty() {
        return new MemoryStore();
    }
}
