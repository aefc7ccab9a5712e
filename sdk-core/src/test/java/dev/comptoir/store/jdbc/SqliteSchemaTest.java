package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSchemaTest {
    private static final SqliteSchema.Step FIRST =
            (statement, master) -> statement.execute("CREATE TABLE event (id TEXT PRIMARY KEY) STRICT");
    private static final SqliteSchema.Step SECOND =
            (statement, master) -> statement.execute("ALTER TABLE event ADD COLUMN place TEXT NOT NULL DEFAULT 'shop'");
    private static final SqliteSchema.Step THIRD =
            (statement, master) -> statement.execute("ALTER TABLE event RENAME COLUMN place TO till");
    private static final SqliteSchema.Step BROKEN =
            (statement, master) -> statement.execute("ALTER TABLE nothing ADD COLUMN x");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("store.db");
    }

    @Test
    void anOlderFileIsBroughtToThisVersionStepByStep() throws SQLException {
        prepare(List.of(FIRST));
        run("INSERT INTO event (id) VALUES ('1')");

        prepare(List.of(FIRST, SECOND, THIRD));

        assertThat(text("SELECT id || ' ' || till FROM event")).isEqualTo("1 shop");
        assertThat(text("PRAGMA user_version")).isEqualTo("3");
        // Again changes nothing, and a new file has the same tables.
        prepare(List.of(FIRST, SECOND, THIRD));
        String migrated = text("SELECT sql FROM sqlite_schema WHERE name = 'event'");
        file = folder.resolve("new.db");
        prepare(List.of(FIRST, SECOND, THIRD));
        assertThat(text("SELECT sql FROM sqlite_schema WHERE name = 'event'")).isEqualTo(migrated);
    }

    @Test
    void aMigrationThatFailsLeavesTheFileAsItWas() throws SQLException {
        prepare(List.of(FIRST));
        run("INSERT INTO event (id) VALUES ('1')");

        assertThatThrownBy(() -> prepare(List.of(FIRST, SECOND, BROKEN))).isInstanceOf(SQLException.class);

        assertThat(text("PRAGMA user_version")).isEqualTo("1");
        assertThat(text("SELECT * FROM event")).isEqualTo("1");
        prepare(List.of(FIRST, SECOND));
        assertThat(text("SELECT place FROM event")).isEqualTo("shop");
    }

    @Test
    void aFileOfANewerReleaseIsRefusedAndLeftAsItIs() throws SQLException, IOException {
        List<Event> events = Receipts.batch("a", 3);
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            store.events().append(events);
        }
        run("PRAGMA user_version = " + (SqliteSchema.VERSION + 1));
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> SqliteStore.open(file, TestKeys.MASTER))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_TOO_NEW))
                .hasMessageContaining("schema version " + (SqliteSchema.VERSION + 1))
                .hasMessageContaining("Maybe use the release that wrote it?");

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aFileWithoutAVersionIsRefused() throws SQLException {
        SqliteStore.open(file, TestKeys.MASTER).close();
        run("PRAGMA user_version = 0");

        assertThatThrownBy(() -> SqliteStore.open(file, TestKeys.MASTER)).isInstanceOf(CorruptStoreException.class);
    }

    @Test
    void aFileOfVersionTwoKeepsItsProductsAndGetsRoomForAttributes() throws SQLException {
        Product bread = Product.of(ProductId.of("pain"), "Pain").withPrice(Money.eur("1.20"));
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            store.events().append(Receipts.batch("a", 3));
            store.products().put(List.of(bread));
        }
        String third = text("SELECT sql FROM sqlite_schema WHERE name = 'product'");
        run("ALTER TABLE product DROP COLUMN description");
        run("ALTER TABLE product DROP COLUMN attributes");
        run("PRAGMA user_version = 2");
        assertThat(text("SELECT sql FROM sqlite_schema WHERE name = 'product'"))
                .isEqualTo("CREATE TABLE product (id TEXT PRIMARY KEY, title TEXT NOT NULL, category TEXT,"
                        + " price INTEGER, currency TEXT, stock TEXT NOT NULL) STRICT, WITHOUT ROWID");

        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertThat(store.events().size()).isEqualTo(3);
            assertThat(store.products().all()).containsExactly(bread);
            Product organic = bread.withAttribute("bio", true).withDescription("Au levain");
            store.products().put(List.of(organic));
            assertThat(store.products().all()).containsExactly(organic);
        }
        assertThat(text("PRAGMA user_version")).isEqualTo("3");
        assertThat(text("SELECT sql FROM sqlite_schema WHERE name = 'product'")).isEqualTo(third);
    }

    @Test
    void damagedAttributesAreReportedAsSuch() throws SQLException {
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            store.products().put(List.of(Product.of(ProductId.of("pain"), "Pain")));
        }
        for (String damaged : List.of("{\"paru\":{\"date\":\"yesterday\"}}", "{\"bio\":", "{\"bio\":[1]}")) {
            run("UPDATE product SET attributes = '" + damaged + "'");
            try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
                assertThatThrownBy(() -> store.products().all()).isInstanceOf(CorruptStoreException.class);
            }
        }
    }

    private void prepare(List<SqliteSchema.Step> steps) throws SQLException {
        try (Connection connection = SqliteStore.connect(file, false)) {
            SqliteSchema.prepare(file, connection, TestKeys.MASTER, steps);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
