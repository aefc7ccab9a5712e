package dev.comptoir.recommend.serve;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.error.StoreException;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.model.ModelInput;
import dev.comptoir.recommend.model.ModelOutput;
import dev.comptoir.store.SnapshotStore;
import dev.comptoir.store.SnapshotStore.Snapshot;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of products' texts by somebody's embedding model: each text is embedded once and kept with the business. Guarded
 * by its user.
 */
final class TextVectors {
    private static final String NAME = "recommend/vectors";
    private static final int FORM = 1;
    private static final int BATCH = 64;
    private static final int MAX_TEXTS = 10_000_000;
    private static final int MAX_DIMENSIONS = 65_536;
    /** The vector of this text tells one model from another, also where two bear the same name. */
    private static final String PROBE = "Comptoir: bread, pain.";

    private final EmbeddingModel model;
    private final SnapshotStore store;
    private final Clock clock;
    /** By the hash of the text and of what the model says of the probe. */
    private final Map<String, float[]> vectors = new HashMap<>();

    private @Nullable String fingerprint;
    /** Erasures before what is in the store was put there: an erasure drops it, though texts are nobody's. */
    private long keptErasures = -1;

    TextVectors(EmbeddingModel model, SnapshotStore store, Clock clock) {
        this.model = model;
        this.store = store;
        this.clock = clock;
    }

    /** The features with a vector for each item that has a text. */
    ItemFeatures embed(ItemFeatures features, long sequence, long erasures, TrainingListener listener) {
        String current = fingerprint;
        if (current == null) {
            current = hash(Arrays.toString(one(PROBE)));
            fingerprint = current;
            read(erasures);
        }
        List<String> keys = new ArrayList<>();
        Map<String, String> missing = new HashMap<>();
        for (int item = 0; item < features.items(); item++) {
            String text = text(features, item);
            String key = text.isEmpty() ? "" : hash(current + text);
            keys.add(key);
            if (!text.isEmpty() && !vectors.containsKey(key)) {
                missing.putIfAbsent(key, text);
            }
        }
        if (!missing.isEmpty()) {
            embed(missing, listener);
            // Texts that nobody has any more are let go.
            vectors.keySet().retainAll(new HashSet<>(keys));
        }
        if (!vectors.isEmpty() && (!missing.isEmpty() || keptErasures != erasures)) {
            write(sequence, erasures);
        }
        float[][] all = new float[keys.size()][];
        for (int item = 0; item < all.length; item++) {
            float[] vector = vectors.get(keys.get(item));
            if (vector != null) {
                all[item] = vector;
            }
        }
        return features.withEmbeddings(all);
    }

    private void embed(Map<String, String> missing, TrainingListener listener) {
        List<String> keys = missing.keySet().stream().sorted().toList();
        for (int from = 0; from < keys.size(); from += BATCH) {
            listener.progress("embeddings", from, keys.size());
            List<String> batch = keys.subList(from, Math.min(keys.size(), from + BATCH));
            List<TextSegment> texts = batch.stream()
                    .map(key -> TextSegment.from(missing.getOrDefault(key, PROBE)))
                    .toList();
            List<Embedding> embeddings = embedded(texts);
            for (int k = 0; k < batch.size(); k++) {
                vectors.put(batch.get(k), embeddings.get(k).vector());
            }
        }
    }

    private float[] one(String text) {
        return embedded(List.of(TextSegment.from(text))).get(0).vector();
    }

    private List<Embedding> embedded(List<TextSegment> texts) {
        try {
            return model.embedAll(texts).content();
        } catch (ModelException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw new ModelException(
                    ErrorCode.MODEL_FAILED,
                    "The embedding model failed (" + failure.getClass().getSimpleName() + ").",
                    failure);
        }
    }

    /** What is said of an item: its name, where it stands, its description. */
    private static String text(ItemFeatures features, int item) {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {features.title(item), features.category(item), features.description(item)}) {
            if (part != null && !part.isBlank()) {
                text.append(text.length() == 0 ? "" : ". ").append(part.strip());
            }
        }
        return text.toString();
    }

    private void read(long erasures) {
        boolean current = store.find(NAME)
                .filter(snapshot -> snapshot.version() == FORM && snapshot.erasures() == erasures)
                .isPresent();
        if (!current) {
            return;
        }
        try {
            store.read(NAME, stream -> {
                ModelInput in = new ModelInput(stream, "VECT", FORM);
                int size = in.readSize("texts", MAX_TEXTS);
                for (int k = 0; k < size; k++) {
                    byte[] key = new byte[32];
                    for (int b = 0; b < key.length; b++) {
                        key[b] = (byte) in.readInt();
                    }
                    float[] vector = new float[in.readSize("dimensions", MAX_DIMENSIONS)];
                    in.readFloats(vector, vector.length);
                    vectors.put(HexFormat.of().formatHex(key), vector);
                }
                in.end();
            });
            keptErasures = erasures;
        } catch (StoreException | ModelException damaged) {
            // Damaged, or dropped by an erasure while they were read. They can be made again.
            vectors.clear();
        }
    }

    private void write(long sequence, long erasures) {
        try {
            boolean kept = store.put(new Snapshot(NAME, FORM, sequence, erasures, clock.instant()), stream -> {
                ModelOutput out = new ModelOutput(stream, "VECT", FORM);
                out.writeInt(vectors.size());
                for (String key : vectors.keySet().stream().sorted().toList()) {
                    for (byte b : HexFormat.of().parseHex(key)) {
                        out.writeInt(b);
                    }
                    float[] vector = vectors.getOrDefault(key, new float[0]);
                    out.writeInt(vector.length);
                    out.writeFloats(vector, vector.length);
                }
                out.end();
            });
            keptErasures = kept ? erasures : -1;
        } catch (StoreException refused) {
            // They serve all the same, and are kept with the next training.
            keptErasures = -1;
        }
    }

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
