package dev.comptoir.recommend.model.ials;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** iALS as one of the models: what was bought together, through vectors. Immutable and thread-safe. */
public final class IalsAlgorithm implements Algorithm {
    private final IalsSettings settings;

    private IalsAlgorithm(IalsSettings settings) {
        this.settings = settings;
    }

    public static IalsAlgorithm of(IalsSettings settings) {
        return new IalsAlgorithm(settings);
    }

    @Override
    public String name() {
        return "ials";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> parameters = new TreeMap<>();
        parameters.put("factors", (double) settings.factors());
        parameters.put("epochs", (double) settings.epochs());
        parameters.put("regularization", settings.regularization());
        parameters.put("unobservedWeight", settings.unobservedWeight());
        parameters.put("frequencyExponent", settings.frequencyExponent());
        parameters.put("seed", (double) settings.seed());
        parameters.put("block", (double) settings.block());
        return Collections.unmodifiableSortedMap(parameters);
    }

    @Override
    public long estimateBytes(Dataset data) {
        // Both ways of the matrix, predictions and their places: four numbers a line at most; starts of rows, twice.
        long matrices = 16L * data.histories().lines() + 4L * (data.histories().rows() + (long) data.items());
        return matrices + Ials.estimateBytes(data.histories().rows(), data.items(), settings);
    }

    @Override
    public Scorer train(Dataset data, Tiles tiles) {
        return new IalsScorer(Ials.train(data.histories().matrix(), settings, tiles));
    }
}
