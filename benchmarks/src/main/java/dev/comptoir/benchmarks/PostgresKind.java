package dev.comptoir.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.comptoir.BusinessId;
import dev.comptoir.Comptoir;
import dev.comptoir.store.Store;
import dev.comptoir.store.jdbc.PostgresDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema for each place, so that every round begins with empty tables; each is dropped again. */
final class PostgresKind implements StoreKind {
    /** More than producers, so that nobody waits for a connection. */
    private static final int CONNECTIONS = 10;

    private final @Nullable EmbeddedPostgres server;
    private final String url;
    private final String run =
            "comptoir_benchmark_" + UUID.randomUUID().toString().replace('-', '_') + "_";
    private int schemas;
    private final List<String> made = new ArrayList<>();
    private final HikariDataSource many;

    private PostgresKind(@Nullable EmbeddedPostgres server, String url) throws SQLException {
        this.server = server;
        this.url = url;
        this.many = pool(newSchema());
    }

    /** A server that runs already; whoever the url names must be allowed to make schemas. */
    static PostgresKind at(String url) throws SQLException {
        return new PostgresKind(null, url);
    }

    /** A server of our own in this folder, ended with this. */
    static PostgresKind embedded(Path folder) throws IOException, SQLException {
        if (!canRun()) {
            throw new IllegalStateException("The PostgreSQL brought along is for Linux on x86-64, this is "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                    + ". Maybe name a server of your own with --url?");
        }
        // All three are off by default there, for tests that need no durability.
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        try {
            return new PostgresKind(server, server.getJdbcUrl("postgres", "postgres"));
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    static boolean canRun() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return system.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)");
    }

    private PGSimpleDataSource newSchema() throws SQLException {
        String schema = run + ++schemas;
        execute("CREATE SCHEMA " + schema);
        made.add(schema);
        PGSimpleDataSource database = database();
        database.setCurrentSchema(schema);
        return database;
    }

    private PGSimpleDataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setReWriteBatchedInserts(true);
        return database;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static HikariDataSource pool(PGSimpleDataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    @Override
    public Place place() throws SQLException {
        PGSimpleDataSource schema = newSchema();
        HikariDataSource pool = pool(schema);
        PostgresDatabase tables = PostgresDatabase.open(pool, MASTER);
        return new Place() {
            @Override
            public Store open() {
                return tables.store(BusinessId.of("shop"));
            }

            @Override
            public RawStore raw() throws SQLException {
                return new RawPostgres(schema);
            }

            @Override
            public long bytes() throws SQLException {
                try (Connection connection = pool.getConnection();
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT pg_total_relation_size('comptoir_event')"
                                + " + pg_total_relation_size('comptoir_customer_key')")) {
                    row.next();
                    return row.getLong(1);
                }
            }

            @Override
            public void close() throws SQLException {
                pool.close();
                drop(schema.getCurrentSchema());
            }
        };
    }

    private void drop(@Nullable String schema) throws SQLException {
        execute("DROP SCHEMA " + schema + " CASCADE");
        made.remove(schema);
    }

    @Override
    public Comptoir.Builder engine() {
        return Comptoir.builder(many);
    }

    @Override
    public boolean isDatabase() {
        return true;
    }

    @Override
    public void rawOpen(String business) throws SQLException {
        try (Connection connection = many.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM comptoir_event"
                        + " WHERE business = (SELECT number FROM comptoir_business WHERE id = ?)")) {
            select.setString(1, business);
            try (ResultSet row = select.executeQuery()) {
                row.next();
            }
        }
    }

    @Override
    public void close() throws IOException {
        many.close();
        try {
            for (String schema : List.copyOf(made)) {
                drop(schema);
            }
        } catch (SQLException e) {
            throw new IOException("The schemas " + made + " could not be dropped: " + e.getMessage(), e);
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }
}
