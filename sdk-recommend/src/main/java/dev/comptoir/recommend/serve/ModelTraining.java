package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.UpdatableAlgorithm;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.Surface;
import dev.comptoir.recommend.serve.Lineup.Learner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes models from receipts, or takes them from where they are kept. Immutable. */
final class ModelTraining {
    private final Portfolio portfolio;
    private final Limits limits;
    private final ModelSnapshots snapshots;
    private final Tiles tiles;

    ModelTraining(Portfolio portfolio, Limits limits, ModelSnapshots snapshots, Tiles tiles) {
        this.portfolio = portfolio;
        this.limits = limits;
        this.snapshots = snapshots;
        this.tiles = tiles;
    }

    /**
     * All models that answers need.
     *
     * @param chosen what was chosen for surfaces
     * @param previous what was trained before, or null
     * @param old whether a model that was kept may serve although newer events came
     */
    TrainedModels run(
            TrainingInput input,
            Map<Surface, Choice> chosen,
            @Nullable TrainedModels previous,
            boolean old,
            TrainingListener listener) {
        Lineup lineup = Lineup.of(portfolio, chosen, input.dataset(), limits);
        InteractionMatrix matrix = input.dataset().histories().matrix();
        boolean keep = !TrainedModels.isCheap(input, matrix);
        Map<String, Scorer> scorers = new HashMap<>();
        Map<String, Silence> silent = new HashMap<>();
        int done = 0;
        for (Map.Entry<String, Learner> entry : lineup.learners().entrySet()) {
            String key = entry.getKey();
            Learner learner = entry.getValue();
            listener.progress(
                    learner.algorithm().name(), done++, lineup.learners().size());
            Silence silence = silence(learner, input, matrix);
            if (silence != null) {
                silent.put(key, silence);
            } else {
                scorers.put(key, keep ? kept(key, learner, input, previous, old) : trained(learner, input));
            }
        }
        listener.progress("", done, done);
        return new TrainedModels(input, matrix, lineup, scorers, silent);
    }

    private @Nullable Silence silence(Learner learner, TrainingInput input, InteractionMatrix matrix) {
        long bytes = learner.algorithm().estimateBytes(input.data(learner));
        if (bytes > limits.bytes()) {
            return new Silence(Silence.Cause.TOO_MUCH_MEMORY, bytes, limits.bytes());
        }
        return Lineup.needsPairs(learner.algorithm()) && matrix.pairs() == matrix.size()
                ? new Silence(Silence.Cause.TOO_FEW, input.products().size(), 0)
                : null;
    }

    private Scorer trained(Learner learner, TrainingInput input) {
        return learner.algorithm().train(input.data(learner), tiles);
    }

    private Scorer kept(
            String key, Learner learner, TrainingInput input, @Nullable TrainedModels previous, boolean old) {
        Algorithm algorithm = learner.algorithm();
        Optional<ModelSnapshots.Kept> kept = snapshots.find(key, algorithm, input.erasures());
        if (kept.isPresent() && (old || kept.get().sequence() == input.sequence())) {
            return Remapped.of(kept.get().scorer(), kept.get().products(), input.products());
        }
        Scorer scorer = updated(key, algorithm, input, previous).orElseGet(() -> trained(learner, input));
        snapshots.put(key, algorithm, scorer, input);
        return scorer;
    }

    /** After an erasure: whoever is gone is taken out exactly, which costs less than training. */
    private Optional<Scorer> updated(
            String key, Algorithm algorithm, TrainingInput input, @Nullable TrainedModels previous) {
        if (!(algorithm instanceof UpdatableAlgorithm updatable)
                || previous == null
                || previous.erasures() == input.erasures()
                || !previous.products().equals(input.products())) {
            return Optional.empty();
        }
        Scorer before = previous.scorer(key);
        return before == null || before instanceof Remapped
                ? Optional.empty()
                : updatable.update(before, previous.dataset(), input.dataset(), tiles);
    }
}
