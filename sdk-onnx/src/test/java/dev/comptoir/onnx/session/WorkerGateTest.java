package dev.comptoir.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.error.OverloadedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerGateTest {
    @Test
    void refusesACallerForWhomNoWorkerIsFreeInTime() {
        WorkerGate gate = gate(2, Duration.ZERO);
        gate.enter(Deadline.none());
        gate.enter(Deadline.none());
        assertThatExceptionOfType(OverloadedException.class)
                .isThrownBy(() -> gate.enter(Deadline.none()))
                .withMessageContaining("The model m")
                .withMessageContaining("PT0S (maxWait)")
                .withMessageContaining("2 (workers)");
        gate.leave();
        gate.enter(Deadline.none());
    }

    @Test
    void letsAWaitingCallerInWhenAnotherLeaves() throws Exception {
        WorkerGate gate = gate(1, Duration.ofMinutes(1));
        gate.enter(Deadline.none());
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> gate.enter(Deadline.none()));
        assertThat(second).isNotDone();
        gate.leave();
        second.get(30, TimeUnit.SECONDS);
    }

    @Test
    void closesOnlyAfterTheLastHasLeftAndRefusesNewcomersMeanwhile() throws Exception {
        WorkerGate gate = gate(1, Duration.ZERO);
        AtomicInteger closed = new AtomicInteger();
        gate.enter(Deadline.none());
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> gate.close(closed::incrementAndGet));
        @Nullable RuntimeException refusal;
        do {
            refusal = refusal(gate);
        } while (refusal instanceof OverloadedException);
        assertThat(refusal).isInstanceOf(ClosedException.class);
        assertThat(closed).hasValue(0);
        gate.leave();
        closing.get(30, TimeUnit.SECONDS);
        gate.close(closed::incrementAndGet);
        assertThat(closed).hasValue(1);
    }

    @Test
    void tellsThoseWhoWaitThatItIsClosed() {
        WorkerGate gate = gate(1, Duration.ofMinutes(1));
        gate.enter(Deadline.none());
        CompletableFuture<@Nullable RuntimeException> waiting = CompletableFuture.supplyAsync(() -> refusal(gate));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> gate.close(() -> {}));
        gate.leave();
        closing.join();
        // Either it came before the closing, or it was refused; it never hangs.
        assertThat(waiting.join())
                .satisfiesAnyOf(
                        e -> assertThat(e).isInstanceOf(ClosedException.class),
                        e -> assertThat(e).isNull());
    }

    @Test
    void keepsTheInterruptOfAThreadThatWaits() {
        WorkerGate gate = gate(1, Duration.ofMinutes(1));
        gate.enter(Deadline.none());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gate.enter(Deadline.none()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_FAILED));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesAtOnceWhoeverFindsTheQueueFull() throws Exception {
        WorkerGate gate = new WorkerGate("The model m", new RunLimits(1, 2, Duration.ofMinutes(1)));
        gate.enter(Deadline.none());
        List<CompletableFuture<Void>> waiting = List.of(waiting(gate), waiting(gate));
        while (gate.waiting() < 2) {
            Thread.onSpinWait();
        }
        assertThatExceptionOfType(OverloadedException.class)
                .isThrownBy(() -> gate.enter(Deadline.none()))
                .withMessageContaining("2 callers wait already (queue)");
        gate.leave();
        for (CompletableFuture<Void> one : waiting) {
            one.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void letsNobodyInWhoseTimeIsUpThoughAWorkerIsFree() {
        WorkerGate gate = gate(1, Duration.ofMinutes(1));
        for (Duration past : List.of(Duration.ZERO, Duration.ofSeconds(-3))) {
            assertThatExceptionOfType(OverloadedException.class)
                    .isThrownBy(() -> gate.enter(Deadline.in(past)))
                    .withMessageContaining("time that the call gave");
        }
        gate.enter(Deadline.in(Duration.ofDays(200_000)));
        gate.leave();
    }

    @Test
    void endsTheWaitWhenTheTimeOfTheCallIsUp() {
        WorkerGate gate = gate(1, Duration.ofHours(1));
        gate.enter(Deadline.none());
        assertThatExceptionOfType(OverloadedException.class)
                .isThrownBy(() -> gate.enter(Deadline.in(Duration.ofMillis(20))));
        assertThat(gate.waiting()).isZero();
        gate.leave();
        gate.enter(Deadline.none());
    }

    @Test
    void refusesAllWhoWaitWhenItIsClosedThoughTheWorkerStillRuns() throws Exception {
        WorkerGate gate = gate(1, Duration.ofHours(1));
        gate.enter(Deadline.none());
        List<CompletableFuture<@Nullable RuntimeException>> waiting = List.of(
                CompletableFuture.supplyAsync(() -> refusal(gate)), CompletableFuture.supplyAsync(() -> refusal(gate)));
        // The common pool may have one thread only; one who waits is enough.
        while (gate.waiting() < 1) {
            Thread.onSpinWait();
        }
        CompletableFuture<Void> closing = new CompletableFuture<>();
        Thread closer = new Thread(() -> {
            gate.close(() -> {});
            closing.complete(null);
        });
        closer.start();
        for (CompletableFuture<@Nullable RuntimeException> one : waiting) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isInstanceOf(ClosedException.class);
        }
        assertThat(closing).isNotDone();
        gate.leave();
        closing.get(30, TimeUnit.SECONDS);
    }

    @Test
    void losesNoPlaceToCallersWhoAreInterrupted() throws Exception {
        WorkerGate gate = gate(2, Duration.ofHours(1));
        Random random = new Random(7);
        List<Thread> threads = new ArrayList<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 6; i++) {
            Thread thread = new Thread(() -> {
                for (int round = 0; round < 300; round++) {
                    Thread.interrupted();
                    try {
                        gate.enter(Deadline.none());
                    } catch (ModelException e) {
                        continue;
                    }
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    inside.decrementAndGet();
                    gate.leave();
                }
            });
            threads.add(thread);
            thread.start();
        }
        while (threads.stream().anyMatch(Thread::isAlive)) {
            threads.get(random.nextInt(threads.size())).interrupt();
            Thread.sleep(1);
        }
        assertThat(most).hasValueLessThanOrEqualTo(2);
        gate.enter(Deadline.in(Duration.ofSeconds(30)));
        gate.enter(Deadline.in(Duration.ofSeconds(30)));
    }

    @Test
    void letsWhoWaitsInThoughOthersComeByAllTheTime() throws Exception {
        WorkerGate gate = gate(1, Duration.ofHours(1));
        gate.enter(Deadline.none());
        CompletableFuture<Void> waiting = waiting(gate);
        while (gate.waiting() < 1) {
            Thread.onSpinWait();
        }
        // One who comes back at once overtakes some times, and then waits himself.
        for (int i = 0; i < 1000; i++) {
            gate.leave();
            gate.enter(Deadline.none());
        }
        waiting.get(30, TimeUnit.SECONDS);
    }

    private static CompletableFuture<Void> waiting(WorkerGate gate) {
        CompletableFuture<Void> entered = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            gate.enter(Deadline.none());
            gate.leave();
            entered.complete(null);
        });
        thread.setDaemon(true);
        thread.start();
        return entered;
    }

    private static WorkerGate gate(int workers, Duration maxWait) {
        return new WorkerGate("The model m", new RunLimits(workers, 8, maxWait));
    }

    private static @Nullable RuntimeException refusal(WorkerGate gate) {
        try {
            gate.enter(Deadline.none());
            gate.leave();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }
}
