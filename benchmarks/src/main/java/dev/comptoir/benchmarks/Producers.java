package dev.comptoir.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that share the work of appending. */
final class Producers {
    private Producers() {}

    /** Seconds until the first {@code count} events are appended, {@code size} in each call. */
    static double seconds(List<Range> producers, int count, int size) throws InterruptedException {
        AtomicInteger position = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(producers.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            long start = System.nanoTime();
            for (Range append : producers) {
                running.add(pool.submit(() -> {
                    for (int from = position.getAndAdd(size); from < count; from = position.getAndAdd(size)) {
                        append.of(from, Math.min(count, from + size));
                    }
                    return null;
                }));
            }
            for (Future<?> producer : running) {
                producer.get();
            }
            return (System.nanoTime() - start) * 1e-9;
        } catch (ExecutionException e) {
            throw new IllegalStateException("An append failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** One call with the events of a range. */
    interface Range {
        void of(int from, int to) throws Exception;
    }
}
