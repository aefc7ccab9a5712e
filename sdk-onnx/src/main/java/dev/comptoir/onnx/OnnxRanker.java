package dev.comptoir.onnx;

import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.Deadline;
import dev.comptoir.onnx.session.FeatureModel;
import dev.comptoir.rank.CandidateRanker;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Scores candidates by their features, with a model that was trained elsewhere and runs inside this JVM: trees, a linear
 * model, a small net.
 *
 * <p>The names of the features, in the order of the model's columns, come from the folder's {@code comptoir-model.json}. Each
 * row is a run of its own, unless the file says {@code batchExact}, which is tried out when the model is opened.
 *
 * <p>Bounds, threads and memory as in {@link OnnxEmbedder}. Thread-safe.
 */
public final class OnnxRanker implements CandidateRanker {
    private static final int LARGEST_BATCH = 256;

    private final String name;
    private final List<String> features;
    private final FeatureModel model;
    private final Crew crew;
    private final int batch;

    private OnnxRanker(ModelFolder folder, FeatureModel model, Crew crew) {
        this.name = folder.name();
        this.features = folder.settings().features();
        this.model = model;
        this.crew = crew;
        this.batch = folder.settings().batchExact() ? LARGEST_BATCH : 1;
        tryOut();
    }

    /**
     * A ranker from a folder, with the builder's defaults.
     *
     * @throws ModelException as {@link OnnxEmbedder#of}; {@code MODEL_DIMENSION} if it reads another number of features
     * @throws ConfigurationException naming what is wrong in {@code comptoir-model.json}, or that features are missing
     */
    public static OnnxRanker of(Path folder) {
        return builder(folder).build();
    }

    /** Settings one by one; a ranker has no use for {@code maxTokens}. */
    public static OnnxModelBuilder<OnnxRanker> builder(Path folder) {
        Objects.requireNonNull(folder, "folder");
        return new OnnxModelBuilder<>(run -> open(folder, run));
    }

    private static OnnxRanker open(Path path, RunSettings run) {
        ModelFolder folder = new ModelFolder(path, ModelKind.RANKER);
        int features = folder.settings().features().size();
        if (features == 0) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "The model " + folder.name() + " names no features. Maybe add \"features\" to its "
                            + ModelSettings.FILE + ", in the order of the model's columns?");
        }
        FeatureModel model = FeatureModel.open(folder.model(), features, run.limits());
        try {
            return new OnnxRanker(folder, model, run.crew());
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private void tryOut() {
        float[][] rows = new float[3][features.size()];
        for (int i = 0; i < features.size(); i++) {
            rows[1][i] = i % 2 == 0 ? 0.7f : -1.3f;
            rows[2][i] = 1 + i;
        }
        for (int i = 0; i < rows.length; i++) {
            float alone = scores(rows, i, i + 1)[0];
            if (batch > 1 && alone != scores(rows, 0, rows.length)[i]) {
                throw new ModelException(
                        ErrorCode.MODEL_UNSUPPORTED,
                        "The model " + name + " gives other scores in a batch than alone, but " + ModelSettings.FILE
                                + " says batchExact.");
            }
        }
    }

    @Override
    public List<String> featureNames() {
        return features;
    }

    /**
     * The scores of some candidates: larger is better, finite.
     *
     * @throws IllegalArgumentException naming the first row of another length, or the first number that is not finite
     * @throws dev.comptoir.error.OverloadedException if no worker is free in time
     */
    @Override
    public float[] score(float[][] rows) {
        for (int row = 0; row < rows.length; row++) {
            check(rows[row], row);
        }
        float[] scores = new float[rows.length];
        crew.all((rows.length + batch - 1) / batch, part -> {
            int from = part * batch;
            int to = Math.min(from + batch, rows.length);
            System.arraycopy(scores(rows, from, to), 0, scores, from, to - from);
        });
        return scores;
    }

    private void check(float[] row, int number) {
        if (row.length != features.size()) {
            throw new IllegalArgumentException("features[" + number + "] has " + row.length + " numbers, but there are "
                    + features.size() + " features.");
        }
        for (int i = 0; i < row.length; i++) {
            if (!Float.isFinite(row[i])) {
                throw new IllegalArgumentException(
                        "features[" + number + "] has " + row[i] + " for " + features.get(i) + "; it must be finite.");
            }
        }
    }

    private float[] scores(float[][] rows, int from, int to) {
        float[] scores = model.run(rows, from, to, Deadline.none());
        for (float score : scores) {
            if (!Float.isFinite(score)) {
                throw new ModelException(
                        ErrorCode.MODEL_CORRUPT,
                        "The model " + name + " gave " + score + " as a score. Maybe the file is damaged, or a feature"
                                + " is far outside what it was trained with?");
            }
        }
        return scores;
    }

    /** Waits until candidates in the model are done, then frees its memory. Further calls do nothing. */
    @Override
    public void close() {
        crew.close();
        model.close();
    }
}
