package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.retrieve.Retrieved.Note;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Orders the first matches anew by a model that reads question and entry together, within a deadline. Thread-safe. */
final class Reranking implements AutoCloseable {
    /*
     * The model's scores have any scale, so both rankings are standardised over the matches it saw, and added. A cross-encoder
     * trained in other languages or on other texts is thereby a second opinion, not the judge.
     */
    private static final int MAX_CALLS = 4;
    private static final int MAX_CHARACTERS = 2_000;

    private final ScoringModel model;
    private final int depth;
    private final Duration deadline;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MAX_CALLS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "comptoir-rerank");
                thread.setDaemon(true);
                return thread;
            });

    Reranking(ScoringModel model, int depth, Duration deadline) {
        this.model = model;
        this.depth = depth;
        this.deadline = deadline;
    }

    int depth() {
        return depth;
    }

    /** The first {@link #depth} matches in their new order, the rest behind them; as they were, with a note, on failure. */
    Retrieved rerank(String question, List<Match> matches) {
        List<Match> head = matches.subList(0, Math.min(depth, matches.size()));
        if (head.size() < 2) {
            return new Retrieved(matches, Set.of());
        }
        Future<List<Double>> call;
        try {
            call = threads.submit(() -> scores(question, head));
        } catch (RejectedExecutionException e) {
            return new Retrieved(matches, Set.of(Note.RERANKING_LATE));
        }
        try {
            List<Double> scores = call.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            if (scores.size() != head.size()
                    || scores.stream().anyMatch(score -> score == null || !Double.isFinite(score))) {
                return new Retrieved(matches, Set.of(Note.RERANKING_FAILED));
            }
            return ordered(head, scores, matches);
        } catch (TimeoutException e) {
            call.cancel(true);
            return new Retrieved(matches, Set.of(Note.RERANKING_LATE));
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Retrieved(matches, Set.of(Note.RERANKING_FAILED));
        } catch (ExecutionException e) {
            return new Retrieved(matches, Set.of(Note.RERANKING_FAILED));
        }
    }

    private List<Double> scores(String question, List<Match> head) {
        List<TextSegment> segments = head.stream()
                .map(match -> TextSegment.from(cut(match.entry().question() + "\n" + match.passage())))
                .toList();
        return model.scoreAll(segments, cut(question)).content();
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
    }

    private static Retrieved ordered(List<Match> head, List<Double> scores, List<Match> all) {
        float[] fused = new float[head.size()];
        float[] second = new float[head.size()];
        int[] places = new int[head.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
            fused[i] = (float) head.get(i).score().fused();
            second[i] = scores.get(i).floatValue();
        }
        ZScore first = ZScore.of(fused, places, 0, ZScore.NOTHING);
        ZScore reading = ZScore.of(second, places, 0, ZScore.NOTHING);
        List<Integer> order = new ArrayList<>();
        for (int place : places) {
            order.add(place);
        }
        order.sort(Comparator.<Integer>comparingDouble(i -> -(first.of(fused[i]) + reading.of(second[i])))
                .thenComparing(i -> i));
        List<Match> matches = new ArrayList<>();
        for (int place : order) {
            Match match = head.get(place);
            matches.add(new Match(match.entry(), match.passage(), match.score().withReranked(scores.get(place))));
        }
        matches.addAll(all.subList(head.size(), all.size()));
        return new Retrieved(matches, Set.of());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
