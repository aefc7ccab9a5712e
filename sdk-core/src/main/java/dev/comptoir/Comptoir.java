package dev.comptoir;

import dev.comptoir.consent.ConsentPolicy;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.store.jdbc.PostgresDatabase;
import dev.comptoir.store.jdbc.SqliteStore;
import dev.comptoir.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The engine: one per process and data directory, for any number of businesses. Thread-safe. Keep it open as long as the
 * application runs; closing gives back files, threads and the lock on the directory.
 */
public final class Comptoir implements AutoCloseable {
    private final Sessions sessions;
    private final Clock clock;
    private final long seed;
    private final Function<BusinessId, BusinessSettings> settings;
    private final Function<BusinessId, ConsentPolicy> consentPolicy;
    private final Executor executor;
    private final Limits limits;
    private final @Nullable Workers ownWorkers;
    private final @Nullable DataDirectory directory;
    private final @Nullable PostgresDatabase database;

    private Comptoir(Builder builder, @Nullable DataDirectory directory, @Nullable PostgresDatabase database) {
        this.directory = directory;
        this.database = database;
        this.clock = builder.clock;
        this.seed = builder.seed;
        this.settings = builder.settings;
        this.consentPolicy = builder.consentPolicy;
        Executor given = builder.executor;
        Workers own = given == null ? new Workers() : null;
        this.ownWorkers = own;
        this.executor = own == null ? Objects.requireNonNull(given) : own;
        ConcurrentMap<BusinessId, MemoryStore> kept = new ConcurrentHashMap<>();
        boolean inMemory = directory == null && database == null;
        this.sessions = new Sessions(
                directory != null
                        ? id -> SqliteStore.open(directory.file(id), directory.masterKey())
                        : database != null ? database::store : id -> kept.computeIfAbsent(id, key -> new MemoryStore()),
                settings,
                // In memory, an evicted business would be a lost one.
                inMemory ? Integer.MAX_VALUE : builder.limits.openBusinesses(),
                inMemory ? Duration.ofDays(36_500) : builder.idleAfter);
        this.limits = builder.limits;
    }

    /**
     * Opens a data directory with the defaults, making it where it does not exist.
     *
     * @throws dev.comptoir.error.ConfigurationException if it cannot be written, or another Comptoir has it open
     */
    public static Comptoir open(Path directory) {
        return builder(directory).build();
    }

    /** An engine that keeps everything in memory and forgets it when closed: for tests and trials. */
    public static Builder inMemory() {
        return new Builder(null, null);
    }

    /** Begins an engine over a data directory. */
    public static Builder builder(Path directory) {
        return new Builder(directory, null);
    }

    /**
     * Begins an engine that keeps all businesses in one PostgreSQL database, in tables whose names begin with {@code comptoir_}.
     * Driver and pool are the application's: bring a pool of at least two connections, since one is taken for every call.
     * It is never closed by us, and must not join transactions of the application.
     *
     * <p>Several processes may work on one database, also on the same business: events of all are seen at once; a changed
     * catalogue is seen by the others when they next open the business, after {@link Builder#idleAfter} at the latest where
     * it is not in use.
     */
    public static Builder builder(DataSource database) {
        return new Builder(null, database);
    }

    /** The business of this id; it comes into being with the first thing it keeps. Costs nothing until it is used. */
    public Business business(String id) {
        return business(BusinessId.of(id));
    }

    /** The business of this id; it comes into being with the first thing it keeps. Costs nothing until it is used. */
    public Business business(BusinessId id) {
        return new Business(id, settings.apply(id), consentPolicy.apply(id), sessions, clock, seed, executor, limits);
    }

    /**
     * Brings a business back from a file that {@link Business#backup} wrote; the file is checked, copied and stays. Who was
     * erased since it was written is erased again. Takes the time of reading and writing it.
     *
     * @throws IllegalArgumentException if the business exists already, or the backup does not: nothing is ever overwritten. A
     *     damaged file is moved away first, with those beside it that begin with its name: {@code docs/formats.md}
     * @throws UnsupportedOperationException if this engine keeps everything in memory
     * @throws dev.comptoir.error.StoreException if the backup is damaged, sealed under another master key, newer than this release, or cannot be copied; then
     *     nothing has changed
     */
    public void restore(BusinessId id, Path backup) {
        if (directory != null) {
            SqliteStore.restore(backup, directory.file(id), directory.masterKey(), clock.instant());
        } else if (database != null) {
            database.restore(id, backup, clock.instant());
        } else {
            throw new UnsupportedOperationException("This engine keeps nothing, and so has nowhere to restore into.");
        }
    }

    /** How many businesses are held open now. */
    public long openBusinesses() {
        return sessions.size();
    }

    /** Closes every business, our own threads, and the directory. What was acknowledged is on disk. May be called again. */
    @Override
    public void close() {
        sessions.close();
        if (ownWorkers != null) {
            ownWorkers.close();
        }
        if (directory != null) {
            directory.close();
        }
    }

    /** Collects the settings of an engine. Not thread-safe. */
    public static final class Builder {
        private final @Nullable Path directory;
        private final @Nullable DataSource database;
        private @Nullable MasterKey masterKey;
        private Clock clock = Clock.systemUTC();
        private long seed;
        private @Nullable Executor executor;
        private Limits limits = Limits.defaults();
        private Duration idleAfter = Duration.ofMinutes(10);
        private Function<BusinessId, BusinessSettings> settings = id -> BusinessSettings.france();
        private Function<BusinessId, ConsentPolicy> consentPolicy = id -> ConsentPolicy.optIn();

        private Builder(@Nullable Path directory, @Nullable DataSource database) {
            this.directory = directory;
            this.database = database;
        }

        /**
         * The key that personal data at rest is protected by. By default one is made at the first start and kept beside the
         * data: in the file {@code comptoir.key} of the data directory, or in a table of the database. Bring one of your
         * own to keep key and data apart; it must stay the same as long as the data live, and losing it is losing them.
         */
        public Builder masterKey(MasterKey masterKey) {
            this.masterKey = masterKey;
            return this;
        }

        /** What tells the time; the system's clock by default. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Where everything random begins, 0 by default: the same data and seed give the same bytes. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** Where asynchronous calls run; by default a few daemon threads of our own. It is never closed by us. */
        public Builder executor(Executor executor) {
            this.executor = executor;
            return this;
        }

        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /** After so long without use a business is closed and gives back its memory; 10 minutes by default. */
        public Builder idleAfter(Duration idleAfter) {
            if (idleAfter.isNegative() || idleAfter.isZero()) {
                throw new IllegalArgumentException("idleAfter is " + idleAfter + ", but must be longer than nothing.");
            }
            this.idleAfter = idleAfter;
            return this;
        }

        /** The same settings for every business; {@link BusinessSettings#france()} by default. */
        public Builder settings(BusinessSettings settings) {
            return settings(id -> settings);
        }

        /** The settings of each business; asked each time one is opened, and must answer the same as long as it is open. */
        public Builder settings(Function<BusinessId, BusinessSettings> settings) {
            this.settings = settings;
            return this;
        }

        /** The same policy for customers who said nothing, in every business; {@link ConsentPolicy#optIn()} by default. */
        public Builder consentPolicy(ConsentPolicy policy) {
            return consentPolicy(id -> policy);
        }

        /** The policy of each business for customers who said nothing; asked each time a {@link Business} is made. */
        public Builder consentPolicy(Function<BusinessId, ConsentPolicy> policy) {
            this.consentPolicy = policy;
            return this;
        }

        /**
         * Opens the engine.
         *
         * @throws dev.comptoir.error.ConfigurationException if the directory cannot be written, or is in use; if the
         *     database is no PostgreSQL, or may lose what it has acknowledged
         * @throws dev.comptoir.error.StoreException if the database cannot be reached or written
         */
        public Comptoir build() {
            return new Comptoir(
                    this,
                    directory == null ? null : DataDirectory.open(directory, masterKey),
                    database == null ? null : PostgresDatabase.open(database, masterKey));
        }
    }
}
