package dev.comptoir.assist.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.assist.lookup.LookupResults.Failure;
import dev.comptoir.assist.lookup.LookupResults.Problem;
import dev.comptoir.assist.understand.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookupsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
    }

    /** What a vendor writes: a type of its own behind the one interface, here the state of a repair. */
    private static final class RepairLookup implements Lookup {
        @Override
        public String name() {
            return "repair";
        }

        @Override
        public Optional<LiveFact> find(LookupRequest request) {
            if (!request.question().toLowerCase(Locale.ROOT).contains("réparation")) {
                return Optional.empty();
            }
            String text = request.language().choose("Votre vélo est prêt.", "Your bicycle is ready.");
            return Optional.of(new LiveFact(name(), "Réparation", text, request.language(), request.now()));
        }
    }

    @Test
    void find_aVendorsOwnLookup() {
        Lookups lookups = Lookups.inCallersThread(List.of(new RepairLookup()), LONG);
        assertThat(lookups.find(Requests.of("Où en est ma réparation ?")).facts())
                .extracting(LiveFact::text)
                .containsExactly("Votre vélo est prêt.");
        LookupResults other = lookups.find(Requests.of("Avez-vous du pain ?"));
        assertThat(other.facts()).isEmpty();
        assertThat(other.failures()).as("having no answer is no failure").isEmpty();
    }

    @Test
    void find_keepsTheOrderOfTheLookups_whicheverAnswersFirst() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        Lookup slow = lookup("slow", request -> {
            await(second);
            return fact("slow", request);
        });
        Lookup quick = lookup("quick", request -> {
            second.countDown();
            return fact("quick", request);
        });
        for (int round = 0; round < 20; round++) {
            LookupResults results =
                    Lookups.on(threads, List.of(slow, quick), LONG).find(Requests.of("?"));
            assertThat(results.facts()).extracting(LiveFact::source).containsExactly("slow", "quick");
            assertThat(results.failures()).isEmpty();
        }
    }

    @Test
    void find_whatThrowsOrHangsOrLies_costsOnlyItsOwnFact() {
        List<Lookup> all = List.of(
                lookup("first", request -> fact("first", request)),
                lookup("throws", request -> {
                    throw new IllegalStateException("secret of ana");
                }),
                lookup("recurses", request -> {
                    throw new StackOverflowError();
                }),
                lookup("unlinked", request -> {
                    throw new NoClassDefFoundError("gone");
                }),
                lookup("null", request -> null),
                lookup("other-name", request -> fact("first", request)),
                lookup(
                        "other-language",
                        request -> Optional.of(
                                new LiveFact("other-language", "title", "text", Language.ENGLISH, request.now()))),
                lookup(
                        "blank",
                        request -> Optional.of(new LiveFact("blank", "title", " ", request.language(), request.now()))),
                lookup("last", request -> fact("last", request)));
        List<Failure> expected = List.of(
                new Failure("throws", Problem.FAILED),
                new Failure("recurses", Problem.FAILED),
                new Failure("unlinked", Problem.FAILED),
                new Failure("null", Problem.INVALID),
                new Failure("other-name", Problem.INVALID),
                new Failure("other-language", Problem.INVALID),
                new Failure("blank", Problem.FAILED));
        for (Lookups lookups : List.of(Lookups.on(threads, all, LONG), Lookups.inCallersThread(all, LONG))) {
            LookupResults results = lookups.find(Requests.of("Où en est ma commande ?"));
            assertThat(results.facts()).extracting(LiveFact::source).containsExactly("first", "last");
            assertThat(results.failures()).isEqualTo(expected);
        }
    }

    @Test
    void find_whatHangs_isLate() {
        Lookup hangs = lookup("hangs", request -> {
            await(end);
            return fact("hangs", request);
        });
        Lookup quick = lookup("quick", request -> fact("quick", request));
        LookupResults results = Lookups.on(threads, List.of(quick, hangs), Duration.ofMillis(300))
                .find(Requests.of("?"));
        assertThat(results.facts()).extracting(LiveFact::source).containsExactly("quick");
        assertThat(results.failures()).containsExactly(new Failure("hangs", Problem.LATE));
    }

    @Test
    void find_whatAlwaysHangs_takesNoMoreThanItsShareOfThreads() {
        CountDownLatch uninterruptible = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        Lookup hangs = lookup("hangs", request -> {
            calls.incrementAndGet();
            boolean waiting = true;
            while (waiting) {
                try {
                    uninterruptible.await();
                    waiting = false;
                } catch (InterruptedException e) {
                    // A look-up that does not care for interrupts.
                }
            }
            return Optional.empty();
        });
        Lookup quick = lookup("quick", request -> fact("quick", request));
        Lookups lookups = Lookups.on(threads, List.of(hangs, quick), Duration.ofMillis(200));
        try {
            for (int i = 0; i < Lookups.MAX_CALLS; i++) {
                assertThat(lookups.find(Requests.of("?")).failures())
                        .containsExactly(new Failure("hangs", Problem.LATE));
            }
            LookupResults results = lookups.find(Requests.of("?"));
            assertThat(results.failures()).containsExactly(new Failure("hangs", Problem.BUSY));
            assertThat(results.facts()).extracting(LiveFact::source).containsExactly("quick");
            assertThat(calls).hasValue(Lookups.MAX_CALLS);
        } finally {
            uninterruptible.countDown();
        }
    }

    @Test
    void find_executorThatTakesNothing_isBusy() {
        Lookups lookups = Lookups.on(
                task -> {
                    throw new RejectedExecutionException("full");
                },
                List.of(lookup("first", request -> fact("first", request))),
                LONG);
        for (int i = 0; i < 2 * Lookups.MAX_CALLS; i++) {
            assertThat(lookups.find(Requests.of("?")).failures()).containsExactly(new Failure("first", Problem.BUSY));
        }
    }

    @Test
    void find_inCallersThread_leavesOutWhoseTurnCameTooLate() throws Exception {
        List<String> asked = new ArrayList<>();
        Lookup slow = lookup("slow", request -> {
            asked.add("slow");
            sleep(60);
            return fact("slow", request);
        });
        Lookup next = lookup("next", request -> {
            asked.add("next");
            return fact("next", request);
        });
        LookupResults results = Lookups.inCallersThread(List.of(slow, next), Duration.ofMillis(20))
                .find(Requests.of("?"));
        assertThat(results.facts()).isEmpty();
        assertThat(results.failures())
                .containsExactly(new Failure("slow", Problem.LATE), new Failure("next", Problem.LATE));
        assertThat(asked).containsExactly("slow");
    }

    @Test
    void find_interruptedCaller_staysInterrupted() {
        Lookup hangs = lookup("hangs", request -> {
            await(end);
            return Optional.empty();
        });
        Thread.currentThread().interrupt();
        LookupResults results = Lookups.on(threads, List.of(hangs), LONG).find(Requests.of("?"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(results.failures()).containsExactly(new Failure("hangs", Problem.LATE));
    }

    @Test
    void toString_holdsNoWordsOfACustomer() {
        LookupRequest request = Requests.of("Combien ai-je de points ?", Requests.ANA);
        assertThat(request.toString()).doesNotContain("points").doesNotContain("ana");
        assertThat(fact("one", request).orElseThrow().toString()).doesNotContain("text");
    }

    @Test
    void create_checksNamesAndDeadline() {
        Lookup one = lookup("one", request -> Optional.empty());
        assertThatThrownBy(() -> Lookups.inCallersThread(List.of(one, one), LONG))
                .hasMessage("Two look-ups are named one. Maybe give one of them another name?");
        assertThatThrownBy(() -> Lookups.inCallersThread(List.of(lookup("One !", request -> Optional.empty())), LONG))
                .hasMessageContaining("opening-hours");
        assertThatThrownBy(() -> Lookups.inCallersThread(List.of(one), Duration.ZERO))
                .hasMessageContaining("PT0S");
        assertThat(Lookups.none().isEmpty()).isTrue();
        assertThat(Lookups.none().find(Requests.of("?")).facts()).isEmpty();
        assertThat(Lookups.inCallersThread(List.of(one), LONG).names()).containsExactly("one");
    }

    private static Optional<LiveFact> fact(String name, LookupRequest request) {
        return Optional.of(new LiveFact(name, "title", "text", request.language(), request.now()));
    }

    private static Lookup lookup(String name, Function<LookupRequest, Optional<LiveFact>> find) {
        return new Lookup() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<LiveFact> find(LookupRequest request) {
                return find.apply(request);
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
