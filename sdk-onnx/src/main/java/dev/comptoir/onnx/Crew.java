package dev.comptoir.onnx;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the parts of a large call in the caller's thread and in as many others as there are workers beside it. Who does which part
 * does not show. Thread-safe.
 */
final class Crew implements AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final int workers;
    private final @Nullable Executor given;
    private final @Nullable ThreadPoolExecutor own;

    /**
     * @param workers most threads of one call, the caller's included
     * @param given whose threads are used, and left open; null for daemons of our own
     */
    Crew(int workers, @Nullable Executor given) {
        this.workers = workers;
        this.given = given;
        this.own = given == null && workers > 1 ? threads(workers - 1) : null;
    }

    private static ThreadPoolExecutor threads(int count) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count, count, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(count), task -> {
                    Thread thread = new Thread(task, "comptoir-onnx-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Does the parts 0 to {@code parts - 1}, each once, and returns when none is being done any more. After a failure no further
     * part is begun.
     *
     * @throws RuntimeException the failure of the first part, by number, that failed
     */
    void all(int parts, IntConsumer part) {
        Work work = new Work(parts, part);
        Executor executor = given == null ? own : given;
        for (int i = 1; executor != null && i < Math.min(workers, parts); i++) {
            try {
                executor.execute(work::help);
            } catch (RejectedExecutionException e) {
                // All are busy with other calls; the caller's own thread does it.
                break;
            }
        }
        work.finish();
    }

    @Override
    public void close() {
        if (own != null) {
            own.shutdown();
        }
    }

    private static final class Work {
        private final int parts;
        private final IntConsumer part;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch done;
        private final AtomicReferenceArray<@Nullable Throwable> failures;
        private final AtomicInteger failed = new AtomicInteger();

        Work(int parts, IntConsumer part) {
            this.parts = parts;
            this.part = part;
            this.done = new CountDownLatch(parts);
            this.failures = new AtomicReferenceArray<>(parts);
        }

        void help() {
            for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
                try {
                    if (failed.get() == 0) {
                        part.accept(i);
                    }
                } catch (RuntimeException | Error e) {
                    failures.set(i, e);
                    failed.incrementAndGet();
                } finally {
                    done.countDown();
                }
            }
        }

        void finish() {
            help();
            boolean interrupted = false;
            while (done.getCount() > 0) {
                try {
                    done.await();
                } catch (InterruptedException e) {
                    // The others are within a run, which ends soon and writes into what the caller holds.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            for (int i = 0; failed.get() > 0 && i < parts; i++) {
                Throwable failure = failures.get(i);
                if (failure instanceof Error error) {
                    throw error;
                }
                if (failure instanceof RuntimeException exception) {
                    throw exception;
                }
            }
        }
    }
}
