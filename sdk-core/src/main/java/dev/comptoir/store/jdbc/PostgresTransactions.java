package dev.comptoir.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Transactions in a PostgreSQL database, over connections of the vendor's pool. Thread-safe. */
final class PostgresTransactions {
    /*
     * Durability: fsync is checked once, when the database is opened; synchronous_commit may differ by user, database and
     * session, so each writing transaction raises it where it is off, and leaves it where it is stronger. A commit whose
     * answer is lost is looked up by the number of its transaction, so that a broken connection neither loses nor doubles.
     */
    private static final int ATTEMPTS = 5;
    private static final long LOOK_UP_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final DataSource connections;

    PostgresTransactions(DataSource connections) {
        this.connections = connections;
    }

    /** Runs one transaction, again if others came into its way: all of it is kept when this returns, or nothing is. */
    <T> T write(JdbcStore.Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !PostgresFailures.mayBeRetried(e)) {
                    throw PostgresFailures.failure("write", e);
                }
                LockSupport.parkNanos(attempt * PAUSE_NANOS);
            }
        }
    }

    <T> T read(JdbcStore.Work<T> work) {
        try {
            Connection connection = connections.getConnection();
            try {
                return work.on(connection);
            } finally {
                giveBack(connection, false);
            }
        } catch (SQLException e) {
            throw PostgresFailures.failure("read", e);
        }
    }

    /** Reads with several statements, which all see the same moment. */
    <T> T readAtOneMoment(JdbcStore.Work<T> work) {
        try {
            Connection connection = connections.getConnection();
            boolean turnedOff = false;
            try {
                turnedOff = connection.getAutoCommit();
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                }
                return work.on(connection);
            } finally {
                giveBack(connection, turnedOff);
            }
        } catch (SQLException e) {
            throw PostgresFailures.failure("read", e);
        }
    }

    private <T> T writeOnce(JdbcStore.Work<T> work) throws SQLException {
        Connection connection = connections.getConnection();
        boolean turnedOff = false;
        try {
            turnedOff = connection.getAutoCommit();
            connection.setAutoCommit(false);
            long transaction = begin(connection);
            T result = work.on(connection);
            commit(connection, transaction);
            return result;
        } finally {
            giveBack(connection, turnedOff);
        }
    }

    private static long begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Whoever waited for a lock must see what its holder committed, whatever the pool's default is.
            statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            try (ResultSet row = statement.executeQuery("SELECT txid_current(),"
                    + " CASE current_setting('synchronous_commit') WHEN 'off'"
                    + " THEN set_config('synchronous_commit', 'on', true) END,"
                    + " CASE current_setting('lock_timeout') WHEN '0'"
                    + " THEN set_config('lock_timeout', '10s', true) END")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void commit(Connection connection, long transaction) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (!PostgresFailures.isConnectionLost(e) || !hasCommitted(transaction, e)) {
                throw e;
            }
        }
    }

    private boolean hasCommitted(long transaction, SQLException cause) {
        long deadline = System.nanoTime() + LOOK_UP_NANOS;
        do {
            try {
                String status = status(transaction);
                if (!"in progress".equals(status)) {
                    return "committed".equals(status);
                }
            } catch (SQLException e) {
                // The server may be starting again.
                cause.addSuppressed(e);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        } while (System.nanoTime() - deadline < 0);
        throw PostgresFailures.inDoubt(cause);
    }

    private String status(long transaction) throws SQLException {
        Connection connection = connections.getConnection();
        try (PreparedStatement select = connection.prepareStatement("SELECT txid_status(?)")) {
            select.setLong(1, transaction);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        } finally {
            giveBack(connection, false);
        }
    }

    /** Undoes what was not committed. The outcome is known by now: a connection that will not close changes nothing. */
    private static void giveBack(Connection connection, boolean autoCommitTurnedOff) {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(autoCommitTurnedOff);
            }
        } catch (SQLException ignored) {
            // The server undoes the transaction of a connection that is gone.
        }
    }

    /** Frees the place of deleted rows for good; runs outside of any transaction. */
    void vacuum(String tables) {
        try {
            Connection connection = connections.getConnection();
            boolean before = connection.getAutoCommit();
            try (connection;
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("VACUUM " + tables);
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw PostgresFailures.failure("clean after an erasure that is done, in", e);
        }
    }
}
