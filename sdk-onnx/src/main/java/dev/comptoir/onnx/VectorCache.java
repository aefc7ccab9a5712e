package dev.comptoir.onnx;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.comptoir.onnx.tokenize.Tokens;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of texts that were embedded lately, up to a number of bytes. Thread-safe.
 *
 * <p>The key is what the model reads, the ids: the text as the tokenizer normalises it, behind the prefix of its input type, and
 * cut. Two texts with the same key have the same vector, and a text of a megabyte has a small key. The model needs no place in
 * it: a cache belongs to one embedder.
 */
final class VectorCache {
    /** Objects, table and the bookkeeping of a cached pair: no more than this by their layout, which is not the JVM's promise. */
    private static final int OVERHEAD = 400;

    private final @Nullable Cache<Tokens, float[]> cache;

    /** @param bytes most to hold; 0 for none */
    VectorCache(long bytes) {
        // Evicts in the thread that puts: the default would be the common pool.
        this.cache = bytes == 0
                ? null
                : Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .weigher((Tokens text, float[] vector) -> weight(text, vector))
                        .executor(Runnable::run)
                        .recordStats()
                        .build();
    }

    private static int weight(Tokens text, float[] vector) {
        return OVERHEAD + 2 * Long.BYTES * text.size() + Float.BYTES * vector.length;
    }

    /** The vector kept, or the one that is computed; the caller's own copy. */
    float[] get(Tokens text, Supplier<float[]> computed) {
        float[] known = find(text);
        if (known != null) {
            return known;
        }
        float[] vector = computed.get();
        put(text, vector);
        return vector;
    }

    float @Nullable [] find(Tokens text) {
        float[] known = cache == null ? null : cache.getIfPresent(text);
        return known == null ? null : known.clone();
    }

    void put(Tokens text, float[] vector) {
        if (cache != null) {
            cache.put(text, vector.clone());
        }
    }

    /** Bytes held, as they are weighed. */
    long weight() {
        if (cache == null) {
            return 0;
        }
        cache.cleanUp();
        return cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    /** How often a vector was found. */
    long hits() {
        return cache == null ? 0 : cache.stats().hitCount();
    }

    void clear() {
        if (cache != null) {
            cache.invalidateAll();
        }
    }
}
