package dev.comptoir;

import dev.comptoir.error.OverloadedException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Our own few daemon threads, with a bounded queue: too much work is refused, never piled up. */
final class Workers implements Executor, AutoCloseable {
    private static final int QUEUE = 10_000;

    private final ThreadPoolExecutor pool;

    Workers() {
        int threads = Runtime.getRuntime().availableProcessors();
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                task -> {
                    Thread thread = new Thread(task, "comptoir-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                (task, full) -> {
                    throw new OverloadedException(
                            "More than " + QUEUE
                                    + " asynchronous calls are waiting, or the engine is closed. Maybe bring your own executor(...)?");
                });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
