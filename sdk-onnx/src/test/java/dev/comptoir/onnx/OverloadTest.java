package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.OverloadedException;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What callers see when there are more of them than the real model can serve. */
class OverloadTest {
    private static final String LONG = "My parcel has not arrived yet. ".repeat(60);

    @Test
    void refusesAtOnceWhatTheQueueHasNoPlaceFor() throws Exception {
        try (OnnxEmbedder embedder = OnnxEmbedder.builder().workers(1).queue(0).build()) {
            float[] expected = embedder.embed(LONG).content().vector();
            AtomicInteger refused = new AtomicInteger();
            AtomicInteger served = new AtomicInteger();
            together(4, () -> {
                for (int i = 0; i < 5; i++) {
                    try {
                        assertThat(embedder.embed(LONG).content().vector()).isEqualTo(expected);
                        served.incrementAndGet();
                    } catch (OverloadedException e) {
                        assertThat(e).hasMessageContaining("0 callers wait already (queue)");
                        refused.incrementAndGet();
                    }
                }
            });
            assertThat(served.get()).isPositive();
            assertThat(refused.get()).isPositive();
            assertThat(served.get() + refused.get()).isEqualTo(20);
        }
    }

    @Test
    void runsNothingWhenTheTimeOfACallIsUp() {
        try (OnnxEmbedder embedder = OnnxEmbedder.builder().cache(1 << 20).build()) {
            EmbeddingRequest request =
                    EmbeddingRequest.builder().inputs("one", " ", "three").build();
            assertThatThrownBy(() -> embedder.embed(request, Duration.ZERO)).isInstanceOf(OverloadedException.class);
            assertThat(embedder.cache().weight()).isZero();
            assertThat(embedder.embed(request, Duration.ofMinutes(1)).embeddings())
                    .isEqualTo(embedder.embed(request).embeddings());
            // What is known already needs no run.
            assertThat(embedder.embed(request, Duration.ZERO).embeddings()).hasSize(3);
        }
    }

    @Test
    void answersEveryCallerWhenItIsClosedAmongThem() throws Exception {
        OnnxEmbedder embedder = OnnxEmbedder.builder().workers(1).build();
        CountDownLatch begun = new CountDownLatch(4);
        Thread closer = new Thread(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            embedder.close();
        });
        closer.start();
        AtomicInteger closed = new AtomicInteger();
        together(4, () -> {
            try {
                while (true) {
                    embedder.embed(LONG);
                    begun.countDown();
                }
            } catch (ClosedException e) {
                closed.incrementAndGet();
            }
        });
        closer.join();
        assertThat(closed).hasValue(4);
    }

    @Test
    void closesOneOfTwoEmbeddersOfTheSameModel() {
        OnnxEmbedder first = OnnxEmbedder.miniLm();
        try (OnnxEmbedder second = OnnxEmbedder.miniLm()) {
            float[] expected = first.embed("open").content().vector();
            first.close();
            assertThat(second.embed("open").content().vector()).isEqualTo(expected);
            assertThatThrownBy(() -> first.embed("open")).isInstanceOf(ClosedException.class);
        }
    }

    @Test
    void namesAQueueThatCannotBe() {
        assertThatThrownBy(OnnxEmbedder.builder().queue(-1)::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("queue is -1");
    }

    private static void together(int callers, Runnable work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                all.add(threads.submit(work));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
