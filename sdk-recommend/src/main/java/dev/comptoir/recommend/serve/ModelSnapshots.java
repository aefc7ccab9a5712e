package dev.comptoir.recommend.serve;

import dev.comptoir.ProductId;
import dev.comptoir.error.ModelException;
import dev.comptoir.error.StoreException;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.PersistentAlgorithm;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.store.SnapshotStore;
import dev.comptoir.store.SnapshotStore.Snapshot;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps trained models in the business's snapshots: one each, so that training that broke off goes on with those that are not
 * there yet. A snapshot of other parameters, of another form, or damaged, is as if there were none.
 */
final class ModelSnapshots {
    private static final int FORM = 1;
    private static final int MAX_PRODUCTS = 50_000_000;

    private final SnapshotStore store;
    private final Clock clock;

    ModelSnapshots(SnapshotStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A model and the moment it is of. */
    record Kept(Scorer scorer, List<ProductId> products, long sequence) {}

    /** The model kept under a key, unless customers were erased since. */
    Optional<Kept> find(String key, Algorithm any, long erasures) {
        if (!(any instanceof PersistentAlgorithm algorithm)) {
            return Optional.empty();
        }
        Optional<Snapshot> found = store.find(name(key));
        if (found.isEmpty() || found.get().erasures() != erasures || found.get().version() != FORM) {
            return Optional.empty();
        }
        List<Kept> read = new ArrayList<>();
        try {
            store.read(name(key), in -> {
                DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
                if (data.readUTF().equals(fingerprint(algorithm))) {
                    List<ProductId> products = products(data);
                    read.add(
                            new Kept(algorithm.read(data), products, found.get().sequence()));
                }
            });
        } catch (StoreException | ModelException | IllegalArgumentException damaged) {
            // Damaged, or dropped by an erasure while it was read. It can be learnt again: nothing is lost.
            return Optional.empty();
        }
        return read.stream()
                .findFirst()
                .filter(kept -> kept.scorer().items() == kept.products().size());
    }

    /**
     * Keeps a model; false where customers were erased meanwhile, or where the store did not take it: the model serves all the
     * same, and is learnt again after the next start.
     */
    boolean put(String key, Algorithm any, Scorer scorer, TrainingInput input) {
        if (!(any instanceof PersistentAlgorithm algorithm)) {
            return true;
        }
        Snapshot snapshot = new Snapshot(name(key), FORM, input.sequence(), input.erasures(), clock.instant());
        try {
            return store.put(snapshot, out -> {
                DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
                data.writeUTF(fingerprint(algorithm));
                data.writeInt(input.products().size());
                for (ProductId product : input.products()) {
                    data.writeUTF(product.value());
                }
                algorithm.write(scorer, data);
                data.flush();
            });
        } catch (StoreException refused) {
            return false;
        }
    }

    private static List<ProductId> products(DataInputStream data) throws IOException {
        int size = data.readInt();
        if (size < 0 || size > MAX_PRODUCTS) {
            throw new IOException("A model of " + size + " products is damaged.");
        }
        List<ProductId> products = new ArrayList<>(Math.min(size, 1 << 16));
        for (int item = 0; item < size; item++) {
            products.add(ProductId.of(data.readUTF()));
        }
        return products;
    }

    /** One of each method and each use: with other settings, the model before is of no more use. */
    private static String name(String key) {
        int end = key.indexOf(' ');
        return "recommend/" + (end < 0 ? key : key.substring(0, end));
    }

    private static String fingerprint(PersistentAlgorithm algorithm) {
        return algorithm.name() + " " + algorithm.formatVersion() + " " + algorithm.parameters();
    }
}
