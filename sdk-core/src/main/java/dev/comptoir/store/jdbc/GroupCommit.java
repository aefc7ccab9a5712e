package dev.comptoir.store.jdbc;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.store.EventStore.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Lets one caller commit for all who wait: a commit costs the same for one event as for thousands. Thread-safe. */
final class GroupCommit {
    /*
     * Callers wait for their own work to be done, not for the lock, so that they can all bring new work while the next group
     * commits. No wake-up is lost: an append is in the queue before its owner finds the lock taken, and whoever gives the
     * lock back looks into the queue afterwards.
     */
    private static final int MAX_GROUP_EVENTS = 10_000;

    private final ConcurrentLinkedQueue<Append> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock committing = new ReentrantLock();
    private final Function<List<Append>, List<List<Outcome>>> transaction;

    /** One that keeps a group through this function, in one transaction, and gets the outcomes of each append from it. */
    GroupCommit(Function<List<Append>, List<List<Outcome>>> transaction) {
        this.transaction = transaction;
    }

    /** Returns once the batch is committed, by this caller or another. */
    List<Outcome> append(Append append) {
        waiting.add(append);
        while (!append.isDone()) {
            if (committing.tryLock()) {
                try {
                    commitWaiting();
                } finally {
                    committing.unlock();
                    wakeNext();
                }
            } else {
                append.awaitTurn();
            }
        }
        return append.outcomes();
    }

    private void wakeNext() {
        Append next = waiting.peek();
        if (next != null) {
            next.takeTurn();
        }
    }

    private void commitWaiting() {
        List<Append> group = new ArrayList<>();
        int events = 0;
        for (Append next = waiting.poll(); next != null; next = events < MAX_GROUP_EVENTS ? waiting.poll() : null) {
            group.add(next);
            events += next.size();
        }
        if (group.isEmpty()) {
            return;
        }
        try {
            List<List<Outcome>> outcomes = transaction.apply(group);
            for (int i = 0; i < group.size(); i++) {
                group.get(i).succeed(outcomes.get(i));
            }
        } catch (RuntimeException e) {
            group.forEach(append -> append.fail(e));
        } catch (Error e) {
            group.forEach(append ->
                    append.fail(new StoreException(ErrorCode.STORE_FAILED, "The commit of a group broke off.", e)));
            throw e;
        }
    }
}
