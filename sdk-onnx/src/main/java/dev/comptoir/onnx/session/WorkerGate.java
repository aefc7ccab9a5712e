package dev.comptoir.onnx.session;

import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.error.OverloadedException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets a bounded number of callers in, and a bounded number wait, nearly in the order of arrival, until it is closed.
 * Thread-safe; nothing runs under its lock.
 */
final class WorkerGate {
    /* A free place is taken by whoever comes by first. Giving it to the first who waits leaves it empty until that thread runs, which on
     * a busy machine takes longer than a run; so that nobody starves, he gets it all the same after so many others. */
    private static final int MOST_OVERTAKING = 16;

    private static final class Turn {
        private final Condition called;
        private boolean mine;

        Turn(Condition called) {
            this.called = called;
        }
    }

    private final String source;
    private final RunLimits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();
    private final ArrayDeque<Turn> waiting = new ArrayDeque<>();
    private int inside;
    private int overtaking;
    private boolean closed;

    WorkerGate(String source, RunLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** Waits for a place, not longer than {@code maxWait} or the deadline; each return must be followed by {@link #leave()}. */
    void enter(Deadline deadline) {
        lock.lock();
        try {
            refuseIfClosed();
            if (deadline.isPast()) {
                throw new OverloadedException(
                        "The time that the call gave " + source + " was up before the model could begin.");
            }
            if (inside < limits.workers()) {
                inside++;
                overtaking += waiting.isEmpty() ? 0 : 1;
                return;
            }
            if (waiting.size() >= limits.queue()) {
                throw new OverloadedException(source + " is busy: " + limits.queue()
                        + " callers wait already (queue), with " + limits.workers()
                        + " (workers). Maybe call it from fewer threads at once?");
            }
            await(deadline.orIn(limits.maxWait()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(
                    ErrorCode.MODEL_FAILED, "The thread was interrupted while it waited for " + source + ".", e);
        } finally {
            lock.unlock();
        }
    }

    private void await(Deadline deadline) throws InterruptedException {
        Turn turn = new Turn(lock.newCondition());
        waiting.add(turn);
        boolean entered = false;
        try {
            while (!turn.mine) {
                refuseIfClosed();
                if (inside < limits.workers() && waiting.peek() == turn) {
                    inside++;
                    turn.mine = true;
                    break;
                }
                long left = deadline.left();
                if (left <= 0) {
                    throw new OverloadedException(source + " is busy: no worker was free within "
                            + limits.maxWait() + " (maxWait) or the time that the call gave, with "
                            + limits.workers() + " (workers). Maybe call it from fewer threads at once?");
                }
                turn.called.awaitNanos(left);
            }
            overtaking = 0;
            entered = true;
        } finally {
            waiting.remove(turn);
            if (turn.mine && !entered) {
                inside--;
            }
            callFirst();
        }
    }

    void leave() {
        lock.lock();
        try {
            Turn first = waiting.peek();
            if (first != null && !closed && overtaking >= MOST_OVERTAKING) {
                waiting.remove();
                first.mine = true;
                overtaking = 0;
                first.called.signal();
            } else {
                inside--;
                callFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Wakes the first who waits if there is a place, and whoever closes the gate if there is nobody left. */
    private void callFirst() {
        Turn first = waiting.peek();
        if (first != null && inside < limits.workers()) {
            first.called.signal();
        }
        if (inside == 0) {
            empty.signalAll();
        }
    }

    /**
     * Refuses newcomers and all who wait, waits until all inside have left, then runs the action; only the first call does
     * anything.
     */
    void close(Runnable action) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            waiting.forEach(turn -> turn.called.signal());
            while (inside > 0) {
                empty.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /** Number of callers who wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new ClosedException(source + " was used after it had been closed.");
        }
    }
}
