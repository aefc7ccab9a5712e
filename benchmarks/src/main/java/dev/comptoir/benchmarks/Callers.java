package dev.comptoir.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * What some callers at once were given.
 *
 * @param seconds from the first call to the end of the last
 * @param cpuSeconds of all threads of this JVM meanwhile
 * @param latencies of each call in nanoseconds, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares the figures of two rounds.
record Callers(double seconds, double cpuSeconds, long[] latencies) {
    /** Calls 0 to {@code calls - 1}, each once, by whichever caller is free. */
    static Callers run(int callers, int calls, IntConsumer call) {
        AtomicInteger next = new AtomicInteger();
        long[] latencies = new long[calls];
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                all.add(threads.submit(() -> {
                    start.await();
                    for (int at = next.getAndIncrement(); at < calls; at = next.getAndIncrement()) {
                        long before = System.nanoTime();
                        call.accept(at);
                        latencies[at] = System.nanoTime() - before;
                    }
                    return null;
                }));
            }
            long cpu = cpuNanos();
            long begun = System.nanoTime();
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpuSeconds = (cpuNanos() - cpu) / 1e9;
            Arrays.sort(latencies);
            return new Callers(seconds, cpuSeconds, latencies);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("A caller failed: " + e.getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    double rate() {
        return latencies.length / seconds;
    }

    /** Milliseconds that a share of the calls took at most. */
    double millis(double share) {
        return latencies[(int) Math.min(latencies.length - 1L, Math.round(share * latencies.length))] / 1e6;
    }
}
