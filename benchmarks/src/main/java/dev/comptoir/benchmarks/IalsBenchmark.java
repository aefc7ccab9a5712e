package dev.comptoir.benchmarks;

import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ials.Ials;
import dev.comptoir.recommend.model.ials.IalsSettings;
import dev.comptoir.recommend.rank.TopN;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains iALS once, tells how long it took, how good it is and how fast it serves. */
final class IalsBenchmark {
    private static final int LIST = 100;
    private static final int TOP = 10;
    private static final int BATCH = 32;
    private static final int EVERYBODY = 20_000;
    private static final int REQUESTS = 20_000;
    private static final int WARM_UP = 5_000;

    private final IalsData data;
    private final Tiles tiles;

    IalsBenchmark(IalsData data, Tiles tiles) {
        this.data = data;
        this.tiles = tiles;
    }

    /** Seconds on the wall; {@code cpuSeconds} of all threads, which other work on the machine shows in less. */
    Map<String, Object> measure(IalsSettings settings, boolean serve) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("factors", settings.factors());
        figures.put("block", settings.block());
        double[] epochs = new double[settings.epochs()];
        resetPeak();
        long cpu = processCpu();
        long begun = System.nanoTime();
        long[] last = {begun};
        Ials model = Ials.train(data.train, settings, tiles, done -> {
            long now = System.nanoTime();
            epochs[done - 1] = (now - last[0]) / 1e9;
            last[0] = now;
            return true;
        });
        figures.put("trainSeconds", (System.nanoTime() - begun) / 1e9);
        figures.put("cpuSeconds", (processCpu() - cpu) / 1e9);
        double[] sorted = epochs.clone();
        Arrays.sort(sorted);
        figures.put("epochSecondsFastest", sorted[0]);
        figures.put("epochSecondsMedian", sorted[sorted.length / 2]);
        figures.put("peakHeapMegabytes", peakHeap() / 1e6);
        if (!data.held.isEmpty()) {
            quality(model, figures);
        }
        if (serve) {
            serving(model, figures);
        }
        return figures;
    }

    /** NDCG@100, its ideal cut at min(100, hidden), over all items but those shown; equal scores by index. */
    private void quality(Ials model, Map<String, Object> figures) {
        List<IalsData.Held> held = data.held;
        double[] ndcg = new double[held.size()];
        tiles.run(ndcg.length, h -> {
            IalsData.Held user = held.get(h);
            boolean known = data.train.rowLength(user.user()) > 0;
            float[] scores = new float[model.items()];
            model.score(known ? model.userFactors(user.user()) : model.foldIn(user.shown()), scores);
            for (int item : user.shown()) {
                scores[item] = Float.NEGATIVE_INFINITY;
            }
            TopN top = new TopN(LIST);
            top.choose(scores);
            double gain = 0;
            for (int rank = 0; rank < top.size(); rank++) {
                gain += Arrays.binarySearch(user.hidden(), top.item(rank)) >= 0 ? discount(rank) : 0;
            }
            double ideal = 0;
            for (int rank = 0; rank < Math.min(LIST, user.hidden().length); rank++) {
                ideal += discount(rank);
            }
            ndcg[h] = gain / ideal;
        });
        double mean = Arrays.stream(ndcg).average().orElse(0);
        double square = Arrays.stream(ndcg).map(v -> (v - mean) * (v - mean)).sum();
        figures.put("ndcg100", mean);
        figures.put("ndcg100StandardError", Math.sqrt(square / (ndcg.length - 1.0) / ndcg.length));
        figures.put("testUsers", ndcg.length);
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }

    private void serving(Ials model, Map<String, Object> figures) {
        float[] scores = new float[model.items()];
        TopN top = new TopN(TOP);
        int users = data.train.rows();
        latencies("top10", figures, request -> {
            int user = request % users;
            model.score(model.userFactors(user), scores);
            top10(user, scores, top);
        });
        latencies("foldInTop10", figures, request -> {
            int user = request % users;
            int[] known = new int[data.train.rowLength(user)];
            for (int k = 0; k < known.length; k++) {
                known[k] = data.train.item(user, k);
            }
            model.score(model.foldIn(known), scores);
            top10(user, scores, top);
        });
        latencies("similar10", figures, request -> {
            model.similar(request % model.items(), scores);
            top.choose(scores);
        });
        int asked = Math.min(users, EVERYBODY);
        int batches = (asked + BATCH - 1) / BATCH;
        double leastCpu = Double.MAX_VALUE;
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long cpu = processCpu();
            long begun = System.nanoTime();
            tiles.run(batches, batch -> everybody(model, batch * BATCH, Math.min(asked, (batch + 1) * BATCH)));
            leastCpu = Math.min(leastCpu, (processCpu() - cpu) / 1e3);
            fastest = Math.min(fastest, (System.nanoTime() - begun) / 1e9);
        }
        figures.put("everybodyPerSecond", asked / fastest);
        figures.put("everybodyCpuMicros", leastCpu / asked);
    }

    private void everybody(Ials model, int from, int to) {
        float[][] vectors = new float[to - from][];
        float[][] scores = new float[to - from][model.items()];
        for (int user = from; user < to; user++) {
            vectors[user - from] = model.userFactors(user);
        }
        model.score(vectors, scores);
        TopN top = new TopN(TOP);
        for (int user = from; user < to; user++) {
            top10(user, scores[user - from], top);
        }
    }

    private void top10(int user, float[] scores, TopN top) {
        for (int k = 0; k < data.train.rowLength(user); k++) {
            scores[data.train.item(user, k)] = Float.NEGATIVE_INFINITY;
        }
        top.choose(scores);
    }

    /** One question to the model. */
    private interface Request {
        void ask(int number);
    }

    /** One after the other, on one thread. */
    private static void latencies(String name, Map<String, Object> figures, Request request) {
        for (int i = 0; i < WARM_UP; i++) {
            request.ask(i);
        }
        double[] micros = new double[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begun = System.nanoTime();
            request.ask(i);
            micros[i] = (System.nanoTime() - begun) / 1e3;
        }
        Arrays.sort(micros);
        figures.put(name + "MicrosP50", micros[REQUESTS / 2]);
        figures.put(name + "MicrosP99", micros[REQUESTS * 99 / 100]);
    }

    private static long processCpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static void resetPeak() {
        Heap.used();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToDouble(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
