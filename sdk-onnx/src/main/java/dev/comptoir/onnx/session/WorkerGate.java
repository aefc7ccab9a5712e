package dev.comptoir.onnx.session;

import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.error.OverloadedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a bounded number of callers in, in the order of arrival, until it is closed. Thread-safe. */
final class WorkerGate {
    private final String source;
    private final int workers;
    private final Duration maxWait;
    private final Semaphore permits;
    private final AtomicBoolean closed = new AtomicBoolean();

    WorkerGate(String source, int workers, Duration maxWait) {
        this.source = source;
        this.workers = workers;
        this.maxWait = maxWait;
        this.permits = new Semaphore(workers, true);
    }

    /** Waits for a place; each return must be followed by {@link #leave()}. */
    void enter() {
        refuseIfClosed();
        try {
            if (!permits.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new OverloadedException(source + " is busy: no worker was free within " + maxWait
                        + " (maxWait), with " + workers + " (workers). Maybe call it from fewer threads at once?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(
                    ErrorCode.MODEL_FAILED, "The thread was interrupted while it waited for " + source + ".", e);
        }
        if (closed.get()) {
            permits.release();
            refuseIfClosed();
        }
    }

    void leave() {
        permits.release();
    }

    /** Refuses newcomers, waits until all inside have left, then runs the action; only the first call does anything. */
    void close(Runnable action) {
        if (closed.compareAndSet(false, true)) {
            permits.acquireUninterruptibly(workers);
            try {
                action.run();
            } finally {
                permits.release(workers);
            }
        }
    }

    private void refuseIfClosed() {
        if (closed.get()) {
            throw new ClosedException(source + " was used after it had been closed.");
        }
    }
}
