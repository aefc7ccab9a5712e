package dev.comptoir.assist.lookup;

import dev.comptoir.assist.lookup.LookupResults.Failure;
import dev.comptoir.assist.lookup.LookupResults.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks several look-ups the same question, each of them once. One that throws, hangs or answers nonsense costs its own fact and is
 * named in the results; the facts come in the order of the look-ups, whichever answers first. Thread-safe.
 *
 * <p>Which look-ups are asked never depends on the question, and what they are given is data: text cannot choose a tool.
 */
public final class Lookups {
    /*
     * A call that hangs keeps its thread until it notices the interrupt. The permits keep a look-up that always hangs from taking
     * all threads of an executor that others need as well. The executor must not be the one on which replies are written: these
     * would wait for threads that they hold themselves.
     */
    /** At most so many calls of one look-up run at once; further ones are {@link Problem#BUSY}. */
    public static final int MAX_CALLS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_NAME = 60;
    private static final Duration MAX_DEADLINE = Duration.ofMinutes(5);

    private final List<Named> lookups;
    private final @Nullable Executor executor;
    private final long deadlineNanos;

    private Lookups(List<Lookup> lookups, @Nullable Executor executor, Duration deadline) {
        if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(MAX_DEADLINE) > 0) {
            throw new IllegalArgumentException("The deadline of look-ups is " + deadline
                    + "; it is longer than nothing and at most " + MAX_DEADLINE + ".");
        }
        this.lookups = lookups.stream().map(Named::new).toList();
        Set<String> names = new HashSet<>();
        for (Named lookup : this.lookups) {
            if (lookup.name.length() > MAX_NAME || !NAME.matcher(lookup.name).matches()) {
                throw new IllegalArgumentException(
                        "A look-up's name must be words of a to z and 0 to 9, joined by hyphens, of at" + " most "
                                + MAX_NAME + " characters. Maybe write it like opening-hours?");
            }
            if (!names.add(lookup.name)) {
                throw new IllegalArgumentException(
                        "Two look-ups are named " + lookup.name + ". Maybe give one of them another name?");
            }
        }
        this.executor = executor;
        this.deadlineNanos = deadline.toNanos();
    }

    /**
     * Look-ups that run side by side on an executor, each question for as long as the deadline at most.
     *
     * @param executor bounded, and not the one that calls {@link #find}; stays the caller's
     * @param deadline for all look-ups of one question together, up to 5 minutes
     * @throws IllegalArgumentException if two have one name, or a name is not lower-case words joined by hyphens
     */
    public static Lookups on(Executor executor, List<Lookup> lookups, Duration deadline) {
        return new Lookups(lookups, Objects.requireNonNull(executor, "executor"), deadline);
    }

    /**
     * Look-ups that run one after another in the thread that asks: for such as answer from memory. Those whose turn has not come
     * by the deadline are left out, but one that hangs is waited for.
     *
     * @throws IllegalArgumentException as {@link #on}
     */
    public static Lookups inCallersThread(List<Lookup> lookups, Duration deadline) {
        return new Lookups(lookups, null, deadline);
    }

    /** None at all: finds nothing, fails at nothing. */
    public static Lookups none() {
        return inCallersThread(List.of(), MAX_DEADLINE);
    }

    /** The names of the look-ups, in their order. */
    public List<String> names() {
        return lookups.stream().map(lookup -> lookup.name).toList();
    }

    /** Whether there is none to ask. */
    public boolean isEmpty() {
        return lookups.isEmpty();
    }

    /** Asks all of them. Never throws for what they do. */
    public LookupResults find(LookupRequest request) {
        Objects.requireNonNull(request, "request");
        long start = System.nanoTime();
        List<Outcome> outcomes = executor == null ? oneByOne(request, start) : sideBySide(executor, request, start);
        List<LiveFact> facts = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            if (outcome.fact != null) {
                facts.add(outcome.fact);
            } else if (outcome.problem != null) {
                failures.add(new Failure(lookups.get(i).name, outcome.problem));
            }
        }
        return new LookupResults(facts, failures);
    }

    /**
     * Whether one of them could answer if the question named an order. Asked in the caller's thread, for a question that none has
     * answered; one that fails needs nothing.
     */
    public boolean needsOrder(LookupRequest request) {
        return lookups.stream().anyMatch(lookup -> lookup.needsOrder(request));
    }

    private List<Outcome> oneByOne(LookupRequest request, long start) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Named lookup : lookups) {
            Outcome outcome = remaining(start) > 0 ? lookup.ask(request) : Outcome.of(Problem.LATE);
            outcomes.add(remaining(start) > 0 || outcome.problem != null ? outcome : Outcome.of(Problem.LATE));
        }
        return outcomes;
    }

    private List<Outcome> sideBySide(Executor threads, LookupRequest request, long start) {
        List<FutureTask<Outcome>> tasks =
                lookups.stream().map(lookup -> lookup.submit(threads, request)).toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (FutureTask<Outcome> task : tasks) {
            outcomes.add(await(task, start));
        }
        return outcomes;
    }

    private Outcome await(FutureTask<Outcome> task, long start) {
        try {
            return task.get(Math.max(0, remaining(start)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException e) {
            task.cancel(true);
            return Outcome.of(Problem.LATE);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Outcome.of(Problem.LATE);
        } catch (ExecutionException e) {
            return Outcome.of(Problem.FAILED);
        }
    }

    private long remaining(long start) {
        return deadlineNanos - (System.nanoTime() - start);
    }

    /** A look-up with the name that it had when it was given. */
    private static final class Named {
        private final String name;
        private final Lookup lookup;
        private final Semaphore permits = new Semaphore(MAX_CALLS);
        private final AtomicBoolean warned = new AtomicBoolean();

        Named(Lookup lookup) {
            this.lookup = lookup;
            this.name = lookup.name();
        }

        FutureTask<Outcome> submit(Executor threads, LookupRequest request) {
            if (!permits.tryAcquire()) {
                return done(Problem.BUSY);
            }
            FutureTask<Outcome> task = new FutureTask<>(() -> ask(request));
            try {
                threads.execute(() -> {
                    try {
                        task.run();
                    } finally {
                        permits.release();
                    }
                });
                return task;
            } catch (RejectedExecutionException e) {
                permits.release();
                return done(Problem.BUSY);
            }
        }

        /** Whatever a vendor's code throws, an error of its class loading too, costs only the fact. */
        Outcome ask(LookupRequest request) {
            try {
                Optional<LiveFact> fact = lookup.find(request);
                return fact == null
                        ? Outcome.of(Problem.INVALID)
                        : fact.map(found -> checked(found, request)).orElse(Outcome.NOTHING);
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                if (warned.compareAndSet(false, true)) {
                    // Its message may hold what the customer wrote.
                    LOG.warn(
                            "The look-up {} fails with {}; said once.",
                            name,
                            e.getClass().getName());
                }
                return Outcome.of(Problem.FAILED);
            }
        }

        boolean needsOrder(LookupRequest request) {
            try {
                return lookup.needsOrder(request);
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                return false;
            }
        }

        private Outcome checked(LiveFact fact, LookupRequest request) {
            boolean valid =
                    fact.language() == request.language() && fact.source().equals(name);
            return valid ? new Outcome(fact, null) : Outcome.of(Problem.INVALID);
        }

        private static FutureTask<Outcome> done(Problem problem) {
            FutureTask<Outcome> task = new FutureTask<>(() -> Outcome.of(problem));
            task.run();
            return task;
        }
    }

    /**
     * @param fact what was found; null where nothing was
     * @param problem why not; null where the look-up worked
     */
    private record Outcome(
            @Nullable LiveFact fact, @Nullable Problem problem) {
        static final Outcome NOTHING = new Outcome(null, null);

        static Outcome of(Problem problem) {
            return new Outcome(null, problem);
        }
    }
}
