package dev.comptoir.recommend.interaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers keys from 0 in the order in which they are first met. Not thread-safe. */
final class DenseIndex<K> {
    private final Map<K, Integer> indexes = new HashMap<>();
    private final List<K> keys = new ArrayList<>();

    int indexOrAdd(K key) {
        Integer known = indexes.putIfAbsent(key, keys.size());
        if (known != null) {
            return known;
        }
        keys.add(key);
        return keys.size() - 1;
    }

    /** The number of a key, or -1 where it was never met. */
    int find(K key) {
        return indexes.getOrDefault(key, -1);
    }

    int size() {
        return keys.size();
    }

    List<K> copy() {
        return List.copyOf(keys);
    }

    K key(int index) {
        return keys.get(index);
    }
}
