package dev.comptoir.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.error.OverloadedException;
import java.time.Duration;
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
