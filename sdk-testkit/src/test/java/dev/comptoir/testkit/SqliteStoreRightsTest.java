package dev.comptoir.testkit;

import dev.comptoir.crypto.MasterKey;
import dev.comptoir.store.Store;
import dev.comptoir.store.jdbc.SqliteStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreRightsTest extends StoreRightsContract {
    @TempDir
    Path folder;

    @Override
    protected Store openEmpty() {
        return SqliteStore.open(folder.resolve("store.db"), MasterKey.of(new byte[32]));
    }
}
