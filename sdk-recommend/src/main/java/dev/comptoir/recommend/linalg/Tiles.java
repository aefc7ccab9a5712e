package dev.comptoir.recommend.linalg;

import dev.comptoir.error.OverloadedException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs numbered, independent pieces of work on the calling thread and on helpers borrowed from an executor. Which thread does
 * which piece is left open, so a piece must not depend on another. Thread-safe.
 *
 * <p>The caller works too and never waits for a helper that has not begun: an executor that is busy, bounded, or refuses
 * work costs time but cannot block.
 */
public final class Tiles {
    private final @Nullable Executor executor;
    private final int threads;

    private Tiles(@Nullable Executor executor, int threads) {
        this.executor = executor;
        this.threads = threads;
    }

    /** All work on the calling thread. */
    public static Tiles sequential() {
        return new Tiles(null, 1);
    }

    /**
     * Work on the calling thread and at most {@code threads - 1} helpers.
     *
     * @param threads at least 1
     */
    public static Tiles on(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads is " + threads + ", but must be at least 1.");
        }
        return new Tiles(executor, threads);
    }

    /** Does the pieces 0 to {@code count - 1}, each once, and returns when all are done; rethrows the first failure. */
    public void run(int count, IntConsumer piece) {
        Executor helpers = executor;
        if (helpers == null || threads == 1 || count < 2) {
            for (int i = 0; i < count; i++) {
                piece.accept(i);
            }
            return;
        }
        Round round = new Round(count, piece);
        try {
            for (int i = 1; i < Math.min(threads, count); i++) {
                helpers.execute(round);
            }
        } catch (RejectedExecutionException | OverloadedException full) {
            // The caller does alone what nobody else takes.
            round.run();
        }
        round.run();
        round.await();
    }

    private static final class Round implements Runnable {
        private final int count;
        private final IntConsumer piece;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final CountDownLatch done;

        Round(int count, IntConsumer piece) {
            this.count = count;
            this.piece = piece;
            this.done = new CountDownLatch(count);
        }

        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        piece.accept(i);
                    }
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            }
        }

        void await() {
            boolean interrupted = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException e) {
                    // Pieces write into shared arrays: leaving before they end would hand out a half-written result.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Throwable failed = failure.get();
            if (failed instanceof Error error) {
                throw error;
            }
            if (failed instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
