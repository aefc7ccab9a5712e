package dev.comptoir.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.BusinessId;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.StaffNote;
import dev.comptoir.store.EventStore.Outcome;
import dev.comptoir.store.Store;
import dev.comptoir.store.jdbc.PostgresDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** What a database shared by businesses, processes and administrators has to stand. */
@Timeout(60)
class PostgresDatabaseTest {
    private static final BusinessId SHOP = BusinessId.of("shop");

    private static PGSimpleDataSource shared;

    @BeforeAll
    static void makeSchema() {
        shared = PostgresServer.newSchema();
    }

    @Test
    void businessesAreKeptApart() {
        PostgresDatabase database = PostgresDatabase.open(shared, null);
        Store bakery = database.store(BusinessId.of("apart"));
        Store other = database.store(BusinessId.of("Apart"));

        assertThat(bakery.events().append(List.of(note("1", "of the bakery"), note("2", "x"))))
                .containsOnly(Outcome.STORED);
        assertThat(other.events().append(List.of(note("1", "of the other")))).containsOnly(Outcome.STORED);
        bakery.products().put(List.of(Product.of(ProductId.of("pain"), "Pain")));

        assertThat(bakery.events().page(EventQuery.all(), null, 10)).hasSize(2);
        assertThat(other.events().page(EventQuery.all(), null, 10))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.event()).isEqualTo(note("1", "of the other"));
                    assertThat(kept.sequence()).isEqualTo(1);
                });
        assertThat(other.events().size()).isEqualTo(1);
        assertThat(other.products().all()).isEmpty();
        assertThat(database.store(BusinessId.of("unheard of")).events().lastSequence())
                .isZero();
    }

    @Test
    void enginesAtOnceLoseNothingAndNumbersNeverAppearBehindTheReader() throws Exception {
        int writers = 4;
        int batches = 20;
        AtomicInteger writing = new AtomicInteger(writers);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            tasks.add(() -> {
                Store store = PostgresDatabase.open(shared, null).store(SHOP);
                for (int b = 0; b < batches; b++) {
                    String id = writer + "-" + b;
                    store.events().append(List.of(note(id + "a", "x"), note(id + "b", "y")));
                }
                return writing.decrementAndGet();
            });
        }
        List<String> seen = new ArrayList<>();
        tasks.add(() -> {
            Store store = PostgresDatabase.open(shared, null).store(SHOP);
            long last = 0;
            boolean ended;
            do {
                // Asked before reading: what was written before the end is read after it.
                ended = writing.get() == 0;
                for (var kept : store.events().page(EventQuery.keptAfter(last), null, 1000)) {
                    seen.add(kept.event().id().value());
                    last = kept.sequence();
                }
            } while (!ended);
            return 0;
        });

        inParallel(tasks);

        assertThat(seen).doesNotHaveDuplicates().hasSize(2 * writers * batches);
    }

    @Test
    void ofManyAtOnceUnderOneIdTheFirstStays() throws Exception {
        int writers = 6;
        List<List<Outcome>> outcomes = inParallel(IntStream.range(0, writers)
                .<Callable<List<Outcome>>>mapToObj(writer -> () -> PostgresDatabase.open(shared, null)
                        .store(BusinessId.of("race"))
                        .events()
                        .append(IntStream.range(0, 20)
                                .mapToObj(i -> note("id-" + i, "one of two: " + writer % 2))
                                .toList()))
                .toList());

        for (int i = 0; i < 20; i++) {
            int place = i;
            assertThat(outcomes.stream().map(each -> each.get(place)).sorted())
                    .containsExactly(
                            Outcome.STORED,
                            Outcome.DUPLICATE,
                            Outcome.DUPLICATE,
                            Outcome.CONFLICT,
                            Outcome.CONFLICT,
                            Outcome.CONFLICT);
        }
    }

    @Test
    void tablesAreMadeOnceByManyAtOnce() throws Exception {
        PGSimpleDataSource fresh = PostgresServer.newSchema();

        inParallel(IntStream.range(0, 6)
                .<Callable<List<Outcome>>>mapToObj(i -> () ->
                        PostgresDatabase.open(fresh, null).store(SHOP).events().append(List.of(note("n" + i, "x"))))
                .toList());

        assertThat(PostgresServer.text(fresh, "SELECT count(*) FROM comptoir_schema"))
                .isEqualTo("1");
        assertThat(PostgresServer.text(fresh, "SELECT count(*) FROM comptoir_event"))
                .isEqualTo("6");
    }

    @Test
    void aConnectionEndedMidWayKeepsNothingAndTheNextCallWorks() throws Exception {
        PGSimpleDataSource own = PostgresServer.newSchema();
        Store store = PostgresDatabase.open(own, null).store(SHOP);
        store.events().append(List.of(note("0", "x")));
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Connection holder = locking(own)) {
            Future<?> blocked = pool.submit(() -> store.events().append(List.of(note("1", "x"), note("2", "x"))));
            String ended = "0";
            for (int look = 0; look < 1000 && ended.equals("0"); look++) {
                ended = PostgresServer.text(
                        own,
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND datname = current_database()");
            }
            assertThat(ended).isEqualTo("1");

            assertThatThrownBy(blocked::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.retryable()).isTrue());
            holder.rollback();
        } finally {
            pool.shutdownNow();
        }
        assertThat(store.events().size()).isEqualTo(1);
        assertThat(store.events().append(List.of(note("1", "x"), note("2", "x"))))
                .containsOnly(Outcome.STORED);
        assertThat(store.events().lastSequence()).isEqualTo(3);
    }

    @Test
    void aCommitWhoseAnswerIsLostIsFoundToBeOne() throws Exception {
        try (BreakingConnections network = new BreakingConnections(PostgresServer.port())) {
            PGSimpleDataSource far = PostgresServer.through(network.port(), shared);
            Store store = PostgresDatabase.open(far, null).store(BusinessId.of("answer lost"));
            store.events().append(List.of(note("0", "x")));

            network.breakNext(BreakingConnections.Break.BEFORE_COMMIT_IS_ANSWERED);
            assertThat(store.events().append(List.of(note("1", "x")))).containsExactly(Outcome.STORED);

            assertThat(network.toCome()).isEqualTo(BreakingConnections.Break.NEVER);
            assertThat(store.events().size()).isEqualTo(2);
        }
    }

    @Test
    void aCommitThatNeverArrivedKeepsNothing() throws Exception {
        try (BreakingConnections network = new BreakingConnections(PostgresServer.port())) {
            PGSimpleDataSource far = PostgresServer.through(network.port(), shared);
            Store store = PostgresDatabase.open(far, null).store(BusinessId.of("commit lost"));
            store.events().append(List.of(note("0", "x")));

            network.breakNext(BreakingConnections.Break.BEFORE_COMMIT_ARRIVES);
            assertThatThrownBy(() -> store.events().append(List.of(note("1", "x"))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("nothing of this call");

            assertThat(store.events().size()).isEqualTo(1);
            assertThat(store.events().append(List.of(note("1", "x")))).containsExactly(Outcome.STORED);
        }
    }

    @Test
    void whoeverHoldsTheBusinessTooLongIsNotWaitedForForEver() throws Exception {
        PGSimpleDataSource own = PostgresServer.newSchema();
        own.setOptions("-c lock_timeout=100");
        Store store = PostgresDatabase.open(own, null).store(SHOP);
        store.events().append(List.of(note("0", "x")));

        try (Connection holder = locking(own)) {
            assertThatThrownBy(() -> store.products().put(List.of(Product.of(ProductId.of("pain"), "Pain"))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("held the row");
            holder.rollback();
        }
        assertThat(store.products().all()).isEmpty();
    }

    @Test
    void transactionsInEachOthersWayRunAgainAFewTimes() {
        PGSimpleDataSource own = PostgresServer.newSchema();
        Store store = PostgresDatabase.open(own, null).store(SHOP);
        failing(own, "40001", "attempts % 3 <> 0");

        assertThat(store.events().append(List.of(note("1", "x")))).containsExactly(Outcome.STORED);
        assertThat(PostgresServer.text(own, "SELECT last_value FROM attempts")).isEqualTo("3");

        failing(own, "40P01", "true");
        assertThatThrownBy(() -> store.events().append(List.of(note("2", "x")))).isInstanceOf(StoreException.class);
        assertThat(PostgresServer.text(own, "SELECT last_value FROM attempts")).isEqualTo("5");
        assertThat(store.events().size()).isEqualTo(1);
    }

    @Test
    void whatTheServerQuotesIsNotPassedOn() {
        PGSimpleDataSource own = PostgresServer.newSchema();
        Store store = PostgresDatabase.open(own, null).store(SHOP);
        failing(own, "23514", "true");

        assertThatThrownBy(() -> store.events().append(List.of(note("1", "x"))))
                .isInstanceOf(StoreException.class)
                .hasStackTraceContaining("state 23514")
                .satisfies(e -> {
                    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                        assertThat(cause.getMessage()).doesNotContain("ana@");
                    }
                });
        assertThat(PostgresServer.text(own, "SELECT last_value FROM attempts")).isEqualTo("1");
    }

    @Test
    void everyCommitWaitsForTheDiskAlsoWhereTheServerWouldNot() {
        PGSimpleDataSource own = PostgresServer.newSchema();
        own.setOptions("-c synchronous_commit=off -c default_transaction_isolation=serializable");
        Store store = PostgresDatabase.open(own, null).store(SHOP);
        PostgresServer.execute(
                own,
                "CREATE TABLE seen AS SELECT current_setting('synchronous_commit') AS commits,"
                        + " current_setting('transaction_isolation') AS isolation",
                "CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE seen SET"
                        + " commits = current_setting('synchronous_commit'),"
                        + " isolation = current_setting('transaction_isolation'); RETURN NEW; END $$",
                "CREATE TRIGGER see BEFORE INSERT ON comptoir_event FOR EACH ROW EXECUTE FUNCTION see()");
        assertThat(PostgresServer.text(own, "SELECT commits || ' ' || isolation FROM seen"))
                .isEqualTo("off serializable");

        store.events().append(List.of(note("1", "x")));

        assertThat(PostgresServer.text(own, "SELECT commits || ' ' || isolation FROM seen"))
                .isEqualTo("on read committed");
    }

    @Test
    void connectionsWithoutAutoCommitComeBackAsTheyWere() throws Exception {
        PGSimpleDataSource own = PostgresServer.newSchema();
        try (Connection only = own.getConnection()) {
            only.setAutoCommit(false);
            Store store = PostgresDatabase.open(new OneConnection(only), null).store(SHOP);
            store.events().append(List.of(note("1", "x")));
            assertThat(store.events().size()).isEqualTo(1);

            assertThat(only.getAutoCommit()).isFalse();
            assertThat(PostgresServer.text(
                            own,
                            "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%'"
                                    + " AND datname = current_database()"))
                    .isEqualTo("0");
        }
        assertThat(PostgresServer.text(own, "SELECT count(*) FROM comptoir_event"))
                .isEqualTo("1");
    }

    @Test
    void aServerThatMayLoseCommitsIsRefused() throws Exception {
        try (EmbeddedPostgres careless = PostgresServer.start("off")) {
            assertThatThrownBy(() -> PostgresDatabase.open(careless.getPostgresDatabase(), null))
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
                    .hasMessageContaining("fsync is off");
        }
    }

    @Test
    void aDatabaseThatCannotHoldEveryTextIsRefused() {
        PGSimpleDataSource latin =
                PostgresServer.newDatabase("ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");

        assertThatThrownBy(() -> PostgresDatabase.open(latin, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("encoding is LATIN1");
    }

    @Test
    void tablesOfANewerReleaseAreRefusedAndLeftAlone() {
        PGSimpleDataSource own = PostgresServer.newSchema();
        PostgresDatabase.open(own, null);
        PostgresServer.execute(own, "UPDATE comptoir_schema SET version = 99");

        assertThatThrownBy(() -> PostgresDatabase.open(own, null))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_TOO_NEW))
                .hasMessageContaining("99");
    }

    @Test
    void aServerThatIsNotThereIsSaid() throws Exception {
        int port;
        try (BreakingConnections network = new BreakingConnections(PostgresServer.port())) {
            port = network.port();
        }
        assertThatThrownBy(() -> PostgresDatabase.open(PostgresServer.through(port, shared), null))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("Maybe the server is down");
    }

    private static Connection locking(PGSimpleDataSource database) throws SQLException {
        Connection holder = database.getConnection();
        holder.setAutoCommit(false);
        holder.createStatement().execute("SELECT * FROM comptoir_business FOR UPDATE");
        return holder;
    }

    /** From now on, inserts of events fail with this state, as often as the condition on their number says. */
    private static void failing(PGSimpleDataSource database, String state, String condition) {
        PostgresServer.execute(
                database,
                "DROP SEQUENCE IF EXISTS attempts CASCADE",
                "CREATE SEQUENCE attempts",
                "CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$"
                        + " DECLARE attempts BIGINT = nextval('attempts'); BEGIN"
                        + " IF " + condition + " THEN RAISE EXCEPTION 'Key (ana@example.org)' USING ERRCODE = '" + state
                        + "'; END IF; RETURN NEW; END $$",
                "CREATE OR REPLACE TRIGGER fail BEFORE INSERT ON comptoir_event FOR EACH ROW EXECUTE FUNCTION fail()");
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> task : pool.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static StaffNote note(String id, String text) {
        return StaffNote.of(CustomerId.of("ana"), Instant.parse("2026-03-02T12:00:00Z"), "marie", text)
                .withId(EventId.of(id));
    }
}
