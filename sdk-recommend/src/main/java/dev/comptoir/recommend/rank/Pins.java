package dev.comptoir.recommend.rank;

import dev.comptoir.recommend.rank.RankedList.DroppedPin;
import dev.comptoir.recommend.rank.RankedList.Why;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which pins are kept to: of two that quarrel the first. */
final class Pins {
    private final TreeMap<Integer, Integer> itemOfPlace = new TreeMap<>();
    private final Set<Integer> items = new HashSet<>();
    private final List<DroppedPin> dropped = new ArrayList<>();

    Pins(Candidates candidates, int limit) {
        for (Pin pin : candidates.pins()) {
            Why why = refusal(pin, candidates, limit);
            if (why != null) {
                dropped.add(new DroppedPin(pin, why));
            } else {
                items.add(pin.item());
                itemOfPlace.put(pin.place(), pin.item());
            }
        }
    }

    private @Nullable Why refusal(Pin pin, Candidates candidates, int limit) {
        if (pin.item() < 0 || pin.item() >= candidates.scores().length) {
            return Why.UNKNOWN_ITEM;
        }
        if (!candidates.allows(pin.item())) {
            return Why.FILTERED_OUT;
        }
        if (pin.place() > limit) {
            return Why.BEYOND_LIMIT;
        }
        if (items.contains(pin.item())) {
            return Why.ITEM_TWICE;
        }
        return itemOfPlace.containsKey(pin.place()) ? Why.PLACE_TWICE : null;
    }

    boolean holds(int item) {
        return items.contains(item);
    }

    int size() {
        return items.size();
    }

    List<DroppedPin> dropped() {
        return dropped;
    }

    /** The list with the pinned items at their places; where it is too short for a place, at its end. */
    int[] into(int[] list) {
        int[] merged = new int[list.length + items.size()];
        int next = 0;
        int place = 1;
        TreeMap<Integer, Integer> waiting = new TreeMap<>(itemOfPlace);
        for (int k = 0; k < merged.length; k++, place++) {
            Map.Entry<Integer, Integer> first = waiting.firstEntry();
            if (first != null && (first.getKey() <= place || next == list.length)) {
                merged[k] = first.getValue();
                waiting.remove(first.getKey());
            } else {
                merged[k] = list[next++];
            }
        }
        return merged;
    }
}
