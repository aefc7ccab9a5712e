package dev.comptoir.assist.knowledge;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The entries as of the newest version, and what the versions kept before it said. Not thread-safe. */
final class VersionedState {
    private final int kept;
    /** The entries in their order, and of which version they are. */
    private final Map<String, Versioned> current = new LinkedHashMap<>();
    /** What an id stood for, from which version on; empty where it stood for nothing. */
    private final Map<String, NavigableMap<Integer, Optional<Entry>>> past = new HashMap<>();

    private final Deque<KnowledgeChange> changes = new ArrayDeque<>();
    private int version;

    VersionedState(int kept) {
        this.kept = kept;
    }

    int version() {
        return version;
    }

    List<Entry> entries() {
        return current.values().stream().map(Versioned::entry).toList();
    }

    /** The newest last. */
    List<KnowledgeChange> changes() {
        return List.copyOf(changes);
    }

    Map<String, Integer> versions() {
        Map<String, Integer> versions = new HashMap<>();
        current.forEach((id, entry) -> versions.put(id, entry.version()));
        return versions;
    }

    Optional<Entry> find(EntryVersion at) {
        NavigableMap<Integer, Optional<Entry>> stood = past.get(at.entryId());
        if (stood == null || at.version() > version || at.version() <= version - kept) {
            return Optional.empty();
        }
        Map.Entry<Integer, Optional<Entry>> floor = stood.floorEntry(at.version());
        return floor == null ? Optional.empty() : floor.getValue();
    }

    /** The lines that lead from what is known to these entries; none where all is as it was. */
    List<EntryJson.Line> difference(Knowledge next) {
        List<EntryJson.Line> lines = new ArrayList<>();
        for (Entry entry : next.entries()) {
            Versioned known = current.get(entry.id());
            if (known == null || !known.entry().equals(entry)) {
                lines.add(new EntryJson.Line(entry.id(), entry));
            }
        }
        for (String id : current.keySet()) {
            if (next.find(id).isEmpty()) {
                lines.add(new EntryJson.Line(id, null));
            }
        }
        return lines;
    }

    /** Makes the next version. */
    KnowledgeChange apply(int newVersion, Instant at, List<EntryJson.Line> lines) {
        version = newVersion;
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (EntryJson.Line line : lines) {
            Entry entry = line.entry();
            boolean known = current.containsKey(line.id());
            if (entry == null) {
                current.remove(line.id());
                removed.add(line.id());
            } else {
                current.put(line.id(), new Versioned(entry, version));
                (known ? changed : added).add(line.id());
            }
            past.computeIfAbsent(line.id(), id -> new TreeMap<>()).put(version, Optional.ofNullable(entry));
        }
        int unchanged = current.size() - added.size() - changed.size();
        KnowledgeChange change = new KnowledgeChange(version, at, added, changed, removed, unchanged);
        changes.addLast(change);
        forget();
        return change;
    }

    /** Drops what none of the versions kept says any more. */
    private void forget() {
        while (changes.size() > kept) {
            changes.removeFirst();
        }
        int oldest = version - kept + 1;
        past.values().removeIf(stood -> {
            Integer first = stood.floorKey(oldest);
            if (first != null) {
                stood.headMap(first).clear();
                if (stood.firstEntry().getValue().isEmpty()) {
                    stood.remove(first);
                }
            }
            return stood.isEmpty();
        });
    }

    private record Versioned(Entry entry, int version) {}
}
