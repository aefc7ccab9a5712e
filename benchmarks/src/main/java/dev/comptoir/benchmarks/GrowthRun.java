package dev.comptoir.benchmarks;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.rank.TopN;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Measures models at one size after the other. Processor time of the one thread counts, because it is the same on a busy
 * machine; compiling and collecting garbage happen on others.
 */
final class GrowthRun {
    /** Above so many items a full matrix of items is not for a minute's benchmark. */
    static final int DENSE_ITEMS = 5000;

    private static final int LIST = 10;
    private static final int ASKED = 1000;

    private final long seed;
    private final double seconds;
    private double used;

    /** @param seconds of processor time for each of training, warming up and asking, if it takes no longer */
    GrowthRun(long seed, double seconds) {
        this.seed = seed;
        this.seconds = seconds;
    }

    static boolean fits(String model, GrowthSize size) {
        return !model.equals("ease") || size.items() <= DENSE_ITEMS;
    }

    Dataset data(GrowthSize size) {
        return GrowthData.of(size, seed);
    }

    GrowthFigure measure(String name, Algorithm algorithm, GrowthSize size, Dataset data) {
        double least = Double.POSITIVE_INFINITY;
        double spent = 0;
        Scorer scorer;
        do {
            long start = ScoringSpeed.cpu();
            scorer = algorithm.train(data, Tiles.sequential());
            double took = (ScoringSpeed.cpu() - start) / 1e9;
            least = Math.min(least, took);
            spent += took;
        } while (spent < seconds);
        History[] histories = histories(data);
        ask(scorer, histories, seconds / 2);
        double[][] micros = ask(scorer, histories, seconds);
        return new GrowthFigure(
                name,
                size,
                least,
                at(micros[0], .5),
                at(micros[0], .99),
                at(micros[1], .5),
                at(micros[1], .99),
                algorithm.estimateBytes(data));
    }

    private History[] histories(Dataset data) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = data.histories().rows();
        long now = data.histories().newest();
        History[] histories = new History[Math.min(ASKED, rows)];
        Arrays.setAll(histories, k -> data.histories().history(random.nextInt(rows), now));
        return histories;
    }

    /** Microseconds of each request on a core, and on the clock. */
    private double[][] ask(Scorer scorer, History[] histories, double budget) {
        float[] scores = new float[scorer.items()];
        TopN best = new TopN(LIST);
        double[] cpu = new double[20 * ASKED];
        double[] wall = new double[cpu.length];
        double spent = 0;
        int size = 0;
        while (size < cpu.length && (size < histories.length / 5 || spent < budget)) {
            History history = histories[size % histories.length];
            long began = System.nanoTime();
            long start = ScoringSpeed.cpu();
            scorer.score(history, scores);
            used += best.choose(scores);
            long end = ScoringSpeed.cpu();
            wall[size] = (System.nanoTime() - began) / 1e3;
            cpu[size++] = (end - start) / 1e3;
            spent += (end - start) / 1e9;
        }
        if (used < 1) {
            throw new IllegalStateException("The model scored nothing.");
        }
        return new double[][] {Arrays.copyOf(cpu, size), Arrays.copyOf(wall, size)};
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1.0, sorted.length * share)];
    }

    /** The models by their names on the command line. */
    static List<String> models() {
        return List.of("popularity", "repeat", "up-cf", "item-knn", "ease", "sparse", "ials", "vstan", "transition");
    }
}
