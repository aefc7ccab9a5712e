package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ease.Ease;
import java.util.Arrays;
import java.util.Map;

/** A model that can be evaluated. Immutable. */
public final class EvaluatedModel {
    private final String name;
    private final Map<String, Double> parameters;
    private final Training training;

    /** Makes a scorer from training data. */
    @FunctionalInterface
    private interface Training {
        UserScorer train(InteractionMatrix matrix, Tiles tiles);
    }

    private EvaluatedModel(String name, Map<String, Double> parameters, Training training) {
        this.name = name;
        this.parameters = parameters;
        this.training = training;
    }

    /** Everybody gets what most training users have. */
    public static EvaluatedModel popularity() {
        return new EvaluatedModel("popularity", Map.of(), (matrix, tiles) -> {
            double[] counts =
                    Arrays.stream(matrix.itemCounts()).asDoubleStream().toArray();
            return foldIn -> counts;
        });
    }

    /** EASE^R; {@code regularization} is above 0. */
    public static EvaluatedModel ease(double regularization) {
        return new EvaluatedModel("ease", Map.of("regularization", regularization), (matrix, tiles) -> {
            Ease model = Ease.train(matrix, regularization, tiles);
            return foldIn -> {
                double[] ones = new double[foldIn.length];
                Arrays.fill(ones, 1);
                return model.scores(foldIn, ones);
            };
        });
    }

    public String name() {
        return name;
    }

    public Map<String, Double> parameters() {
        return parameters;
    }

    UserScorer train(InteractionMatrix matrix, Tiles tiles) {
        return training.train(matrix, tiles);
    }
}
