package dev.comptoir;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalListener;
import dev.comptoir.error.ClosedException;
import dev.comptoir.store.Store;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The businesses open now. One that is not used for a while, or is one too many, is closed, and opens again by itself. */
final class Sessions implements AutoCloseable {
    private final Cache<BusinessId, Session> open;
    private final Function<BusinessId, Store> stores;
    private final Function<BusinessId, BusinessSettings> settings;
    /** Never the same twice, so that a catalogue opened again is not taken for an older one. */
    private final AtomicLong versions = new AtomicLong();

    private volatile boolean closed;

    Sessions(
            Function<BusinessId, Store> stores,
            Function<BusinessId, BusinessSettings> settings,
            int maxOpen,
            Duration idleAfter) {
        this.stores = stores;
        this.settings = settings;
        RemovalListener<BusinessId, Session> retire = (id, session, cause) -> {
            if (session != null) {
                session.retire();
            }
        };
        this.open = Caffeine.newBuilder()
                .maximumSize(maxOpen)
                .expireAfterAccess(idleAfter)
                // In the caller's thread: retiring never waits, and no pool of somebody else is used.
                .executor(Runnable::run)
                .removalListener(retire)
                .build();
    }

    /** Does something with an open business. */
    <T> T with(BusinessId id, Function<Session, T> work) {
        while (true) {
            if (closed) {
                throw new ClosedException(
                        "This Comptoir has been closed. Maybe keep it open as long as the application runs?");
            }
            Session session =
                    open.get(id, key -> new Session(stores.apply(key), settings.apply(key), versions::incrementAndGet));
            if (session.enter()) {
                try {
                    return work.apply(session);
                } finally {
                    session.leave();
                }
            }
        }
    }

    /** How many are open now. */
    long size() {
        open.cleanUp();
        return open.estimatedSize();
    }

    @Override
    public void close() {
        closed = true;
        open.invalidateAll();
        open.cleanUp();
    }
}
