package dev.comptoir.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps what was derived from the events, for example a trained model, so that it need not be derived again. Whatever is here
 * can be made anew from the events. Thread-safe. All snapshots are dropped when a customer is erased.
 */
public interface SnapshotStore {
    /**
     * What is known of a snapshot without reading it. Immutable.
     *
     * @param name which one: 1 to 200 characters; a new one replaces the one of the same name
     * @param version of the form of its bytes: the writer's own, at least 0
     * @param sequence what {@link EventStore#lastSequence} was when the events were read
     * @param erasures what {@link EventStore#erasures} was before the events were read
     * @param at when it was made
     */
    record Snapshot(String name, int version, long sequence, long erasures, Instant at) {
        public Snapshot {
            if (name.isBlank() || name.length() > 200) {
                throw new IllegalArgumentException("The name of a snapshot has " + name.length()
                        + " characters; it must not be blank and may have 200 at most.");
            }
            if (version < 0) {
                throw new IllegalArgumentException(
                        "The version of a snapshot is " + version + ", but must be 0 or more.");
            }
        }
    }

    /**
     * Keeps a snapshot as a whole: durable when it returns; where it throws, the one before stays. Other writes go on between
     * two parts of it.
     *
     * @return false if customers were erased since its {@link Snapshot#erasures}: then it is not kept, because it may hold
     *     something of them
     * @throws dev.comptoir.error.StoreException if it could not be kept
     */
    boolean put(Snapshot snapshot, Writer content);

    /** What there is under this name. */
    Optional<Snapshot> find(String name);

    /**
     * Hands over the bytes of a snapshot; the stream ends where it ends, and is closed afterwards.
     *
     * @return whether there is one
     * @throws dev.comptoir.error.CorruptStoreException if it is damaged; maybe delete it, and make it anew
     */
    boolean read(String name, Reader reader);

    /** Removes a snapshot; whether there was one. */
    boolean delete(String name);

    /** Writes the bytes of a snapshot. */
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Reads the bytes of a snapshot. */
    interface Reader {
        void readFrom(InputStream in) throws IOException;
    }
}
