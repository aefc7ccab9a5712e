package dev.comptoir.profile.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The newest of things that come in any order, and how many came in all. Not thread-safe. */
final class Newest<T> {
    private final int most;
    private final Function<? super T, Moment> moment;
    /** Oldest first: new ones mostly come last. */
    private final ArrayList<T> kept = new ArrayList<>(0);

    private int count;

    Newest(int most, Function<? super T, Moment> moment) {
        this.most = most;
        this.moment = moment;
    }

    void add(T thing) {
        count = Sums.plus(count, 1);
        int place = kept.size();
        Moment at = moment.apply(thing);
        while (place > 0 && moment.apply(kept.get(place - 1)).compareTo(at) > 0) {
            place--;
        }
        if (place == 0 && kept.size() == most) {
            return;
        }
        kept.add(place, thing);
        if (kept.size() > most) {
            kept.remove(0);
        }
    }

    int count() {
        return count;
    }

    @Nullable
    T newest() {
        return kept.isEmpty() ? null : kept.get(kept.size() - 1);
    }

    List<T> newestFirst() {
        List<T> list = new ArrayList<>(kept);
        Collections.reverse(list);
        return list;
    }

    /** The newest of two collections together. */
    static <T> List<T> merged(List<T> some, List<T> others, Comparator<? super T> newestFirst, int most) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(newestFirst);
        return all.size() > most ? all.subList(0, most) : all;
    }

    int kept() {
        return kept.size();
    }
}
