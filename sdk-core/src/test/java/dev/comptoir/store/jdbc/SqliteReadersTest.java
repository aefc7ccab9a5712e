package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ClosedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReadersTest {
    @TempDir
    Path folder;

    @Test
    void severalReadAtOnceOnConnectionsOfTheirOwnAndNoMoreThanAllowed() throws Exception {
        SqliteStore.open(folder.resolve("store.db"), TestKeys.MASTER).close();
        SqliteReaders readers = new SqliteReaders(folder.resolve("store.db"));
        Set<Connection> inUse = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(SqliteReaders.MOST);
        ExecutorService pool = Executors.newFixedThreadPool(SqliteReaders.MOST + 2);
        try {
            List<Future<Boolean>> reads = new ArrayList<>();
            for (int i = 0; i < SqliteReaders.MOST + 2; i++) {
                reads.add(pool.submit(() -> readers.read(connection -> {
                    assertThat(inUse.add(connection)).isTrue();
                    assertThat(inUse).hasSizeLessThanOrEqualTo(SqliteReaders.MOST);
                    all.countDown();
                    try {
                        return all.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        inUse.remove(connection);
                    }
                })));
            }
            for (Future<Boolean> read : reads) {
                assertThat(read.get()).as("as many as allowed were in at once").isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        readers.close();
        assertThatThrownBy(() -> readers.read(Connection::isClosed)).isInstanceOf(ClosedException.class);
    }
}
