package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.ease.Ease;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Methods in their plainest form, to test the harness with. */
final class PlainAlgorithms {
    private PlainAlgorithms() {}

    interface Scoring {
        void score(History history, float[] scores);
    }

    /** Everybody gets what most rows have. */
    static Algorithm popularity() {
        return algorithm("popularity", new TreeMap<>(), (data, tiles) -> {
            int[] counts = data.histories().matrix().itemCounts();
            return (history, scores) -> {
                for (int item = 0; item < scores.length; item++) {
                    scores[item] = counts[item];
                }
            };
        });
    }

    static Algorithm ease(double regularization) {
        SortedMap<String, Double> parameters = new TreeMap<>();
        parameters.put("regularization", regularization);
        return algorithm("ease", parameters, (data, tiles) -> {
            Ease model = Ease.train(data.histories().matrix(), regularization, tiles);
            return (history, scores) -> {
                int[] items = new int[history.distinct()];
                Arrays.setAll(items, history::item);
                double[] ones = new double[items.length];
                Arrays.fill(ones, 1);
                double[] all = model.scores(items, ones);
                for (int item = 0; item < scores.length; item++) {
                    scores[item] = (float) all[item];
                }
            };
        });
    }

    static Algorithm algorithm(
            String name, SortedMap<String, Double> parameters, BiFunction<Dataset, Tiles, Scoring> training) {
        return new Algorithm() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public SortedMap<String, Double> parameters() {
                return parameters;
            }

            @Override
            public long estimateBytes(Dataset data) {
                return 1;
            }

            @Override
            public Scorer train(Dataset data, Tiles tiles) {
                Scoring scoring = training.apply(data, tiles);
                int items = data.items();
                return new Scorer() {
                    @Override
                    public int items() {
                        return items;
                    }

                    @Override
                    public void score(History history, float[] scores) {
                        scoring.score(history, scores);
                    }

                    @Override
                    public List<Contribution> explain(History history, int item) {
                        return List.of();
                    }
                };
            }
        };
    }
}
