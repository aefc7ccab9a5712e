package dev.comptoir.store.jdbc;

import dev.comptoir.error.ClosedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** The reading connections of one file: one from the start, more when several threads read at once. Thread-safe. */
final class SqliteReaders {
    /*
     * A SQLite connection is not made for two threads, so each is used by one at a time. Four, because each takes up to 2 MB
     * of pages outside of the heap, and businesses are many.
     */
    static final int MOST = 4;

    private final Path file;
    private final Semaphore free = new Semaphore(MOST, true);
    /** Guarded by itself. */
    private final Deque<Connection> idle = new ArrayDeque<>();

    private boolean closed;

    SqliteReaders(Path file) throws SQLException {
        this.file = file;
        idle.push(SqliteStore.connect(file, true));
    }

    /** Runs something with a connection that nobody else uses meanwhile; waits where all are in use. */
    <T> T read(JdbcStore.Work<T> work) throws SQLException {
        free.acquireUninterruptibly();
        try {
            Connection connection = take();
            try {
                return work.on(connection);
            } finally {
                giveBack(connection);
            }
        } finally {
            free.release();
        }
    }

    private Connection take() throws SQLException {
        synchronized (idle) {
            if (closed) {
                throw new ClosedException("The store of this business has been closed.");
            }
            Connection connection = idle.poll();
            if (connection != null) {
                return connection;
            }
        }
        return SqliteStore.connect(file, true);
    }

    private void giveBack(Connection connection) {
        synchronized (idle) {
            if (!closed) {
                idle.push(connection);
                return;
            }
        }
        SqliteStore.closeQuietly(connection);
    }

    /** Waits for those who read now, and closes all. */
    void close() {
        synchronized (idle) {
            closed = true;
        }
        free.acquireUninterruptibly(MOST);
        synchronized (idle) {
            idle.forEach(SqliteStore::closeQuietly);
            idle.clear();
        }
        free.release(MOST);
    }
}
