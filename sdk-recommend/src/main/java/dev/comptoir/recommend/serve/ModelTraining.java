package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.UpdatableAlgorithm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes models from receipts, or takes them from where they are kept. Immutable. */
final class ModelTraining {
    private final List<Component> components;
    private final long maxBytes;
    private final ModelSnapshots snapshots;
    private final Tiles tiles;

    ModelTraining(List<Component> components, long maxBytes, ModelSnapshots snapshots, Tiles tiles) {
        this.components = components;
        this.maxBytes = maxBytes;
        this.snapshots = snapshots;
        this.tiles = tiles;
    }

    /**
     * All components.
     *
     * @param previous what was trained before, or null
     * @param old whether a model that was kept may serve although newer events came
     */
    TrainedModels run(TrainingInput input, @Nullable TrainedModels previous, boolean old, TrainingListener listener) {
        InteractionMatrix matrix = input.dataset().histories().matrix();
        boolean keep = !TrainedModels.isCheap(input, matrix);
        Map<String, Scorer> scorers = new HashMap<>();
        Map<String, Silence> silent = new HashMap<>();
        for (int done = 0; done < components.size(); done++) {
            Component component = components.get(done);
            if (input.products().size() < component.minItems()) {
                continue;
            }
            listener.progress(component.name(), done, components.size());
            Silence silence = silence(component, input, matrix);
            if (silence == null) {
                scorers.put(component.name(), keep ? kept(component, input, previous, old) : trained(component, input));
            } else {
                silent.put(component.name(), silence);
            }
        }
        listener.progress("", components.size(), components.size());
        return new TrainedModels(input, matrix, scorers, silent);
    }

    private @Nullable Silence silence(Component component, TrainingInput input, InteractionMatrix matrix) {
        int items = input.products().size();
        if (items > component.maxItems()) {
            return new Silence(Silence.Cause.TOO_MANY_ITEMS, items, component.maxItems());
        }
        long bytes = component.algorithm().estimateBytes(input.dataset());
        if (bytes > maxBytes) {
            return new Silence(Silence.Cause.TOO_MUCH_MEMORY, bytes, maxBytes);
        }
        return component.pairs() && matrix.pairs() == matrix.size()
                ? new Silence(Silence.Cause.TOO_FEW, items, 0)
                : null;
    }

    private Scorer trained(Component component, TrainingInput input) {
        return component.algorithm().train(input.dataset(), tiles);
    }

    private Scorer kept(Component component, TrainingInput input, @Nullable TrainedModels previous, boolean old) {
        Optional<ModelSnapshots.Kept> kept = snapshots.find(component, input.erasures());
        if (kept.isPresent() && (old || kept.get().sequence() == input.sequence())) {
            return Remapped.of(kept.get().scorer(), kept.get().products(), input.products());
        }
        Scorer scorer = updated(component.algorithm(), component.name(), input, previous)
                .orElseGet(() -> trained(component, input));
        snapshots.put(component, scorer, input);
        return scorer;
    }

    /** After an erasure: whoever is gone is taken out exactly, which costs less than training. */
    private Optional<Scorer> updated(
            Algorithm algorithm, String name, TrainingInput input, @Nullable TrainedModels previous) {
        if (!(algorithm instanceof UpdatableAlgorithm updatable)
                || previous == null
                || previous.erasures() == input.erasures()
                || !previous.products().equals(input.products())) {
            return Optional.empty();
        }
        Scorer before = previous.scorer(name);
        return before == null || before instanceof Remapped
                ? Optional.empty()
                : updatable.update(before, previous.dataset(), input.dataset(), tiles);
    }
}
