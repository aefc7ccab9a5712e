package dev.comptoir.assist.knowledge;

import dev.comptoir.Business;
import dev.comptoir.assist.journal.Journal;
import dev.comptoir.assist.journal.JournalPosition;
import dev.comptoir.assist.journal.JournalReader;
import dev.comptoir.assist.knowledge.internal.FolderReader;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Rejection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The knowledge of one business with its versions. Thread-safe. Every change makes a version that is kept in the business's own
 * log: durable when the call returns, backed up with it, untouched by the erasure of customers, and seen by no other business.
 *
 * <p>{@link #reload} reads the sources anew: of a folder only the files whose time, size or bytes changed. Building costs the
 * reading of the log, or of its snapshot; nothing of the sources is read before the first reload.
 */
public final class VersionedKnowledge {
    private static final int[] TEXT_LENGTHS = {200_000, 20_000, 2_000};

    private final Business business;
    private final Journal journal;
    private final List<Supplier<Knowledge>> sources;
    private final int keptVersions;
    private final Object lock = new Object();
    private VersionEvents events = new VersionEvents();
    private VersionedState state;
    private JournalPosition position = JournalPosition.START;
    private long reloads;
    private long newestApplied;
    private volatile Current current;

    private VersionedKnowledge(Builder builder) {
        business = builder.business;
        journal = Journal.of(business, "knowledge", VersionEvents.NAMES);
        sources = List.copyOf(builder.sources);
        keptVersions = builder.keptVersions;
        state = new VersionedState(keptVersions);
        current = new Current(Knowledge.empty(), 0, Map.of());
        synchronized (lock) {
            catchUp();
            current = new Current(Knowledge.of(state.entries()), state.version(), state.versions());
        }
    }

    /** Without sources of its own: {@link #update} says what is known. */
    public static VersionedKnowledge of(Business business) {
        return builder(business).build();
    }

    /** With sources, for {@link #reload}. */
    public static Builder builder(Business business) {
        return new Builder(business);
    }

    /** What is known now, with the report of the last reading; after building, what was known last, without a report. */
    public Knowledge knowledge() {
        return current.knowledge();
    }

    /** The number of the version that holds now; 0 as long as nothing was ever known. */
    public int version() {
        return current.version();
    }

    /** The entry with the version since when it says what it says, for a citation; empty where it is not known now. */
    public Optional<EntryVersion> cite(String entryId) {
        Integer version = current.versions().get(entryId);
        return version == null ? Optional.empty() : Optional.of(new EntryVersion(entryId, version));
    }

    /** What an entry said in a version; empty where there was none, or the version is no longer kept. */
    public Optional<Entry> find(EntryVersion at) {
        synchronized (lock) {
            return state.find(at);
        }
    }

    /** What made the versions that are kept, the newest last. */
    public List<KnowledgeChange> history() {
        synchronized (lock) {
            return state.changes();
        }
    }

    /**
     * Reads all sources and makes a version of them where anything changed. Of two reloads at a time the one that began later
     * holds.
     *
     * @throws dev.comptoir.error.ConfigurationException {@code knowledge.unreadable} when a folder cannot be read; what was
     *     known stays
     * @throws IllegalStateException without sources
     */
    public KnowledgeChange reload() {
        if (sources.isEmpty()) {
            throw new IllegalStateException("There is nothing to reload. Maybe give folder(path) to the builder?");
        }
        long number;
        synchronized (lock) {
            number = ++reloads;
        }
        Knowledge read = Knowledge.empty();
        for (Supplier<Knowledge> source : sources) {
            read = read.and(source.get());
        }
        return update(read, number);
    }

    /**
     * Makes this all that is known, as a new version where it differs.
     *
     * @throws IllegalArgumentException when an entry was learned from customers: such entries are erased with them, and belong
     *     over a version, not into it
     * @throws dev.comptoir.error.StoreException when it could not be kept; what was known stays
     */
    public KnowledgeChange update(Knowledge knowledge) {
        long number;
        synchronized (lock) {
            number = ++reloads;
        }
        return update(knowledge, number);
    }

    private KnowledgeChange update(Knowledge knowledge, long number) {
        for (Entry entry : knowledge.entries()) {
            if (entry.origin() == Origin.LEARNED || entry.origin() == Origin.UNCONFIRMED) {
                throw new IllegalArgumentException(
                        "An entry was learned from customers and cannot be kept in a version. Maybe lay LearnedPairs.over this?");
            }
        }
        Instant now = business.clock().instant();
        synchronized (lock) {
            catchUp();
            if (number < newestApplied) {
                return unchanged(now);
            }
            newestApplied = number;
            List<EntryJson.Line> lines = state.difference(knowledge);
            while (!lines.isEmpty() && !write(lines, now)) {
                // Somebody else made this version meanwhile: what differs from theirs makes the next one.
                int refused = state.version() + 1;
                catchUp();
                if (state.version() < refused) {
                    throw new DataException(
                            ErrorCode.EVENT_CONFLICT,
                            "The id knowledge-version-" + refused + " belongs to an event that is no version.");
                }
                lines = state.difference(knowledge);
            }
            KnowledgeChange change = lines.isEmpty() ? unchanged(now) : state.apply(state.version() + 1, now, lines);
            current = new Current(knowledge, state.version(), state.versions());
            return change;
        }
    }

    private KnowledgeChange unchanged(Instant now) {
        return new KnowledgeChange(
                state.version(),
                now,
                List.of(),
                List.of(),
                List.of(),
                state.entries().size());
    }

    /** Whether the version was kept; not where its number is in use. */
    private boolean write(List<EntryJson.Line> lines, Instant now) {
        List<String> texts = new ArrayList<>();
        for (EntryJson.Line line : lines) {
            Entry entry = line.entry();
            texts.add(entry == null ? EntryJson.writeRemoved(line.id()) : EntryJson.write(entry));
        }
        for (int length : TEXT_LENGTHS) {
            VersionEvents.Written written = VersionEvents.write(state.version() + 1, now, texts, length);
            AppendReport parts = journal.append(written.parts());
            boolean tooLong = parts.rejections().stream().anyMatch(one -> one.rule() == Rejection.Rule.TOO_LONG);
            if (!tooLong) {
                AppendReport version = journal.append(List.of(written.version()));
                tooLong = version.rejections().stream().anyMatch(one -> one.rule() == Rejection.Rule.TOO_LONG);
                if (!tooLong) {
                    return version.stored() == 1;
                }
            }
        }
        throw new DataException(
                ErrorCode.EVENT_TOO_LARGE,
                "A version of the knowledge needs texts of 2000 characters. Maybe raise Limits.textLength?");
    }

    /** Reads the versions that were made since: by an earlier process, or by another object for the same business. */
    private void catchUp() {
        if (!journal.hasMoreThan(position)) {
            return;
        }
        position = journal.read(position, new JournalReader() {
            @Override
            public void beginAnew() {
                // No erasure takes versions away, so what is read again is what is known.
                state = new VersionedState(keptVersions);
                events = new VersionEvents();
            }

            @Override
            public void read(CustomEvent event) {
                events.read(event)
                        .filter(read -> read.version() > state.version())
                        .ifPresent(read -> state.apply(read.version(), read.at(), read.lines()));
            }
        });
    }

    /** What readers see, as a whole. */
    private record Current(Knowledge knowledge, int version, Map<String, Integer> versions) {}

    /** Gathers the sources of a {@link VersionedKnowledge}, first ones first. Not thread-safe. */
    public static final class Builder {
        private static final int MAX_KEPT = 1_000;

        private final Business business;
        private final List<Supplier<Knowledge>> sources = new ArrayList<>();
        private int keptVersions = 50;

        private Builder(Business business) {
            this.business = Objects.requireNonNull(business, "business");
        }

        /** A folder, as {@link Knowledge#load} reads it; the language of the staff where words do not tell theirs. */
        public Builder folder(Path folder) {
            FolderReader reader =
                    new FolderReader(folder, Language.of(business.settings().language()));
            Object reading = new Object();
            return source(() -> {
                synchronized (reading) {
                    return Knowledge.of(reader.read());
                }
            });
        }

        /** Entries that stay as they are. */
        public Builder knowledge(Knowledge knowledge) {
            return source(() -> knowledge);
        }

        /** Anything that is asked at each reload, for example {@code () -> CatalogKnowledge.of(business)}; called under no lock. */
        public Builder source(Supplier<Knowledge> source) {
            sources.add(Objects.requireNonNull(source, "source"));
            return this;
        }

        /** How many versions can be looked up, 1 to 1,000; 50 unless set. Older ones stay in the log. */
        public Builder keptVersions(int versions) {
            if (versions < 1 || versions > MAX_KEPT) {
                throw new IllegalArgumentException(
                        "keptVersions is " + versions + "; 1 to " + MAX_KEPT + " are allowed.");
            }
            this.keptVersions = versions;
            return this;
        }

        /**
         * Reads the versions kept so far.
         *
         * @throws dev.comptoir.error.StoreException when the log cannot be read
         */
        public VersionedKnowledge build() {
            return new VersionedKnowledge(this);
        }
    }
}
