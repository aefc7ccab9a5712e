package dev.comptoir.assist.journal;

import dev.comptoir.Business;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.SnapshotStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The custom events of some names in one business's log. Thread-safe. What is appended is on disk, is backed up with the business,
 * and is erased with the customer it names.
 *
 * <p>Reading on from a position costs what was kept since, whatever its kind. Reading from the start costs the whole log once;
 * then a snapshot holds the journal's own events, until the next erasure drops it.
 */
public final class Journal {
    /*
     * The log knows no kinds of events: one that is rare is only found by reading all. The snapshot is a copy of events and
     * nothing else, so that whoever derives something from them needs no form of their own for it. The number of erasures is
     * read before the log: an erasure in between is noticed by the next reading.
     */
    private static final int WORTH_A_SNAPSHOT = 5_000;

    private final Business business;
    private final String snapshotName;
    private final Set<String> names;

    private Journal(Business business, String journal, Set<String> names) {
        this.business = business;
        this.snapshotName = "assist-journal-" + journal;
        this.names = Set.copyOf(names);
    }

    /**
     * A light handle.
     *
     * @param journal a name of its own
     * @param names of its events
     */
    public static Journal of(Business business, String journal, Set<String> names) {
        return new Journal(business, journal, names);
    }

    /** Keeps events, durable when it returns; what broke a limit or has an id in use is in the report. */
    public AppendReport append(List<CustomEvent> events) {
        events.forEach(event -> {
            if (!names.contains(event.name())) {
                throw new IllegalArgumentException(
                        "The journal " + snapshotName + " has no events of the name " + event.name() + ".");
            }
        });
        return business.events().appendAll(events);
    }

    /** Whether something of any kind was kept or erased since. Constant cost. */
    public boolean hasMoreThan(JournalPosition position) {
        EventLog log = business.events();
        return log.erasures() != position.erasures() || log.lastSequence() != position.sequence();
    }

    /** Hands over what was kept since, or all where somebody was erased since; and says how far that is. */
    public JournalPosition read(JournalPosition from, JournalReader reader) {
        EventLog log = business.events();
        long erasures = log.erasures();
        boolean anew = from.erasures() != erasures;
        List<CustomEvent> all = new ArrayList<>();
        long sequence = from.sequence();
        if (anew) {
            reader.beginAnew();
            sequence = readSnapshot(all);
            all.forEach(reader::read);
        }
        int[] seen = {0};
        long known = sequence;
        long last = log.read(EventQuery.keptAfter(sequence), event -> {
            seen[0]++;
            if (event instanceof CustomEvent custom && names.contains(custom.name())) {
                reader.read(custom);
                if (anew) {
                    all.add(custom);
                }
            }
        });
        if (anew && seen[0] >= WORTH_A_SNAPSHOT) {
            SnapshotStore.Snapshot snapshot = new SnapshotStore.Snapshot(
                    snapshotName,
                    JournalSnapshot.VERSION,
                    last,
                    erasures,
                    business.clock().instant());
            business.snapshots().put(snapshot, out -> JournalSnapshot.write(all, out));
        }
        return new JournalPosition(Math.max(known, last), erasures);
    }

    /** The sequence number up to which the snapshot goes; 0 where there is none that can be read. */
    private long readSnapshot(List<CustomEvent> events) {
        SnapshotStore snapshots = business.snapshots();
        Optional<SnapshotStore.Snapshot> found = snapshots.find(snapshotName);
        if (found.isEmpty() || found.get().version() != JournalSnapshot.VERSION) {
            return 0;
        }
        try {
            snapshots.read(snapshotName, in -> events.addAll(JournalSnapshot.read(in)));
            return found.get().sequence();
        } catch (CorruptStoreException e) {
            // The log has it all.
            events.clear();
            snapshots.delete(snapshotName);
            return 0;
        }
    }
}
