package dev.comptoir.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL, started once for all tests of this JVM and ended with it. */
final class PostgresServer {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private PostgresServer() {}

    /** A schema without tables: making a database takes a hundred times as long. */
    static PGSimpleDataSource newSchema() {
        String name = "test" + NAMES.incrementAndGet();
        PGSimpleDataSource database = admin();
        execute(database, "CREATE SCHEMA " + name);
        database.setCurrentSchema(name);
        return database;
    }

    static PGSimpleDataSource newDatabase(String options) {
        String name = "test" + NAMES.incrementAndGet();
        PGSimpleDataSource database = admin();
        execute(database, "CREATE DATABASE " + name + " " + options);
        database.setDatabaseName(name);
        return database;
    }

    /** The database every server has. */
    static PGSimpleDataSource admin() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        assumeTrue(
                system.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)"),
                "The PostgreSQL binaries of these tests are for Linux on x86-64, this is " + system + ".");
        return (PGSimpleDataSource) Running.SERVER.getPostgresDatabase();
    }

    /** The same database through another port. */
    static PGSimpleDataSource through(int port, PGSimpleDataSource database) {
        PGSimpleDataSource other = admin();
        other.setDatabaseName(database.getDatabaseName());
        other.setCurrentSchema(database.getCurrentSchema());
        other.setPortNumbers(new int[] {port});
        return other;
    }

    static int port() {
        return Running.SERVER.getPort();
    }

    static void execute(PGSimpleDataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(PGSimpleDataSource database, String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another server, for what is set at its start. */
    static EmbeddedPostgres start(String fsync) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(new File("target/postgres"))
                .setServerConfig("fsync", fsync)
                .start();
    }

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // By default it would run without fsync.
                return PostgresServer.start("on");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
