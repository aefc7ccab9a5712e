package dev.comptoir.benchmarks;

import dev.comptoir.recommend.linalg.Kernel;
import dev.comptoir.recommend.linalg.SpdInverse;
import dev.comptoir.recommend.linalg.Tiles;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Times the kernels and OpenBLAS in turns, and keeps the fastest of each. With one thread the processor time of the thread
 * counts, which other programs disturb least; with two the time on the clock.
 */
final class KernelTurns {
    private static final long SEED = 1;
    private static final int ITEMS = 20_000;
    private static final int TRIAD = 16_000_000;

    private final int rounds;
    private final Consumer<Result> listener;
    private final List<Result> results = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(SEED);

    /**
     * One line of figures.
     *
     * @param ours seconds; {@code openBlas} too
     * @param ratio NaN where only one of them has such a call
     * @param rate ours, in the unit
     */
    record Result(String what, int threads, double ours, double openBlas, double ratio, double rate, String unit) {}

    KernelTurns(int rounds, Consumer<Result> listener) {
        this.rounds = rounds;
        this.listener = listener;
    }

    List<Result> all(List<Integer> sizes) {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            for (int threads = 1; threads <= 2; threads++) {
                OpenBlas.threads(threads);
                peak(threads);
                for (int n : sizes) {
                    inverse(n, threads, threads == 1 ? Tiles.sequential() : Tiles.on(pool, threads));
                }
            }
            OpenBlas.threads(1);
            gram(64, 1000);
            gram(128, 1000);
            scores(64);
            scores(128);
            triad();
        } finally {
            pool.shutdown();
        }
        return results;
    }

    private void peak(int threads) {
        int n = 2048;
        try (OpenBlas blas = new OpenBlas(random(n * n), random(n * n), new float[n * n])) {
            turns(
                    "sgemm " + n + " (OpenBLAS only)",
                    threads,
                    2.0 * n * n * n / 1e9,
                    "GFLOP/s",
                    () -> {},
                    () -> {},
                    () -> blas.multiply(n));
        }
    }

    private void inverse(int n, int threads, Tiles tiles) {
        float[] flat = random(n * n);
        float[][] rows = new float[n][n];
        for (int i = 0; i < n; i++) {
            flat[i * n + i] = n;
        }
        try (OpenBlas blas = new OpenBlas(flat)) {
            turns(
                    "inverse " + n,
                    threads,
                    (double) n * n * n / 1e9,
                    "GFLOP/s",
                    () -> {
                        for (int i = 0; i < n; i++) {
                            System.arraycopy(flat, i * n, rows[i], 0, n);
                        }
                        blas.reset();
                    },
                    () -> SpdInverse.invertFull(rows, tiles),
                    () -> blas.invert(n));
        }
    }

    private void gram(int d, int count) {
        float[] flat = random(d * count);
        float[][] rows = new float[count][d];
        for (int k = 0; k < count; k++) {
            System.arraycopy(flat, k * d, rows[k], 0, d);
        }
        float[][] sums = new float[d][d];
        int repeats = 200;
        try (OpenBlas blas = new OpenBlas(flat, new float[d * d])) {
            turns(
                    "gram " + count + " x " + d + ", 200 times",
                    1,
                    (double) repeats * count * d * d / 1e9,
                    "GFLOP/s",
                    () -> {},
                    () -> {
                        for (int r = 0; r < repeats; r++) {
                            Kernel.best().addGram(rows, rows, count, sums);
                        }
                    },
                    () -> {
                        for (int r = 0; r < repeats; r++) {
                            blas.gram(d, count);
                        }
                    });
        }
    }

    private void scores(int d) {
        float[] flat = random(d * ITEMS);
        float[][] rows = new float[d][ITEMS];
        int[] indexes = new int[d];
        for (int k = 0; k < d; k++) {
            System.arraycopy(flat, k * ITEMS, rows[k], 0, ITEMS);
            indexes[k] = k;
        }
        float[] user = random(d);
        float[] sums = new float[ITEMS];
        int repeats = 100;
        try (OpenBlas blas = new OpenBlas(flat, user, sums)) {
            turns(
                    "scores " + d + " x " + ITEMS + ", 100 times",
                    1,
                    4.0 * repeats * d * ITEMS / 1e9,
                    "GB/s",
                    () -> {},
                    () -> {
                        for (int r = 0; r < repeats; r++) {
                            Kernel.best().addRows(rows, indexes, user, d, sums, ITEMS);
                        }
                    },
                    () -> {
                        for (int r = 0; r < repeats; r++) {
                            blas.scores(d, ITEMS);
                        }
                    });
        }
    }

    private void triad() {
        float[] a = new float[TRIAD];
        float[] b = random(TRIAD);
        float[] c = random(TRIAD);
        turns("triad (memory, no OpenBLAS)", 1, 12.0 * TRIAD / 1e9, "GB/s", () -> {}, () -> triad(a, b, c), () -> {});
    }

    private static void triad(float[] a, float[] b, float[] c) {
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] + 3 * c[i];
        }
    }

    private void turns(
            String what, int threads, double work, String unit, Runnable before, Runnable ours, Runnable openBlas) {
        double best = Double.POSITIVE_INFINITY;
        double bestBlas = Double.POSITIVE_INFINITY;
        for (int round = 0; round < rounds; round++) {
            before.run();
            best = Math.min(best, seconds(threads, ours));
            bestBlas = Math.min(bestBlas, seconds(threads, openBlas));
        }
        boolean none = best < 1e-4;
        double rate = work / (none ? bestBlas : best);
        Result result = new Result(
                what, threads, best, bestBlas, none || bestBlas < 1e-4 ? Double.NaN : best / bestBlas, rate, unit);
        results.add(result);
        listener.accept(result);
    }

    private static double seconds(int threads, Runnable work) {
        long start = threads == 1 ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
        work.run();
        long end = threads == 1 ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
        return (end - start) / 1e9;
    }

    private float[] random(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextDouble() - 0.5f;
        }
        return values;
    }
}
