package dev.comptoir.testkit;

import dev.comptoir.BusinessId;
import dev.comptoir.store.Store;
import dev.comptoir.store.jdbc.PostgresDatabase;
import org.junit.jupiter.api.BeforeAll;

/** All tests share the tables, as businesses do: each has a business of its own. */
class PostgresStoreRightsTest extends StoreRightsContract {
    private static PostgresDatabase database;
    private static int businesses;

    @BeforeAll
    static void makeSchema() {
        database = PostgresDatabase.open(PostgresServer.newSchema(), null);
    }

    @Override
    protected Store openEmpty() {
        businesses++;
        return database.store(BusinessId.of("shop " + businesses));
    }
}
