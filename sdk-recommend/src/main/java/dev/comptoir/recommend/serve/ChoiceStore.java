package dev.comptoir.recommend.serve;

import dev.comptoir.error.StoreException;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.Surface;
import dev.comptoir.store.SnapshotStore;
import dev.comptoir.store.SnapshotStore.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/** Keeps with a business what was chosen for it. A choice that cannot be read, or served any more, is as if there were none. */
final class ChoiceStore {
    private static final int FORM = 1;

    private final SnapshotStore store;
    private final Portfolio portfolio;
    private final Clock clock;

    ChoiceStore(SnapshotStore store, Portfolio portfolio, Clock clock) {
        this.store = store;
        this.portfolio = portfolio;
        this.clock = clock;
    }

    Map<Surface, Choice> all(long erasures) {
        Map<Surface, Choice> all = new EnumMap<>(Surface.class);
        for (Surface surface : Surface.values()) {
            boolean current = store.find(name(surface))
                    .filter(snapshot -> snapshot.version() == FORM && snapshot.erasures() == erasures)
                    .isPresent();
            if (current) {
                read(surface, all);
            }
        }
        return all;
    }

    private void read(Surface surface, Map<Surface, Choice> all) {
        try {
            store.read(name(surface), in -> {
                Choice choice = Choice.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                portfolio.blend(choice);
                all.put(choice.surface(), choice);
            });
        } catch (StoreException | IllegalArgumentException unreadable) {
            // What is usual serves until the next choice.
            all.remove(surface);
        }
    }

    void put(Choice choice, long sequence, long erasures) {
        Snapshot snapshot = new Snapshot(name(choice.surface()), FORM, sequence, erasures, clock.instant());
        store.put(snapshot, out -> out.write(choice.toJson().getBytes(StandardCharsets.UTF_8)));
    }

    private static String name(Surface surface) {
        return "recommend/choice/" + surface;
    }
}
