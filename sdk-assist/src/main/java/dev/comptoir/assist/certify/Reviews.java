package dev.comptoir.assist.certify;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.DataException;
import dev.comptoir.event.CustomEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of one business say about its reviewed replies and certificates. Not thread-safe. */
final class Reviews {
    static final String REVIEWED = "assistant-reviewed";
    static final String GRANTED = "assistant-autonomy-granted";
    static final String WITHDRAWN = "assistant-autonomy-withdrawn";
    static final String MODEL = "score-model";

    /** Of more reviews than these the newest count: their cost in memory is bounded, and old mail is unlike new mail. */
    static final int MAX_REVIEWS = 10_000;

    private final Deque<Review> reviews = new ArrayDeque<>();
    private final Map<String, Watched> granted = new LinkedHashMap<>();
    private final List<Watched> withdrawn = new ArrayList<>();
    private final List<Alarm> unwritten = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private @Nullable ScoreModel model;

    void add(CustomEvent event) {
        switch (event.name()) {
            case REVIEWED -> review(event);
            case GRANTED -> grant(event);
            case WITHDRAWN -> withdraw(event);
            default -> {
                // Another part's.
            }
        }
    }

    private void review(CustomEvent event) {
        Review review;
        try {
            Assessment read = ReviewText.assessment(event.attributes());
            review = new Review(
                    event.at(),
                    read.decision().isAlone(),
                    read.baseScore(),
                    read.features().stream().mapToDouble(Double::doubleValue).toArray(),
                    ReviewText.correct(event.attributes()),
                    same(read.source()),
                    read.language(),
                    same(read.channel()),
                    same(read.scoreVersion()),
                    same(read.knowledgeVersion()));
        } catch (IllegalArgumentException e) {
            // A vendor's own event of that name, or one of a later release: no review that could be counted.
            return;
        }
        restore(review);
        if (review.alone()) {
            watch(review);
        }
    }

    private void watch(Review review) {
        for (Watched watched : List.copyOf(granted.values())) {
            if (watched.certificate.scope().covers(review.source(), review.language(), review.channel())) {
                watched.monitor = watched.monitor.after(review.correct());
                if (watched.monitor.isAlarmed()) {
                    unwritten.add(new Alarm(watched.certificate, watched.monitor, review.at()));
                    end(watched, true);
                }
            }
        }
    }

    private void grant(CustomEvent event) {
        granted.clear();
        withdrawn.clear();
        String text = event.attributes().get(MODEL);
        try {
            model = text == null ? null : ScoreModel.of(text);
        } catch (IllegalArgumentException e) {
            model = null;
        }
        event.attributes().forEach((name, value) -> {
            if (name.startsWith("certificate-")) {
                try {
                    Certificate certificate = Certificate.fromJson(value);
                    if (certificate.isSound()) {
                        granted.put(certificate.hash(), new Watched(certificate));
                    }
                } catch (DataException e) {
                    // What cannot be read grants nothing.
                }
            }
        });
    }

    private void withdraw(CustomEvent event) {
        String hash = event.attributes().getOrDefault("certificate", "");
        unwritten.removeIf(alarm -> alarm.certificate().hash().equals(hash));
        Watched watched = granted.get(hash);
        if (watched != null) {
            end(watched, "alarm".equals(event.attributes().get("cause")));
        }
    }

    /** After an alarm, what was reviewed before is no longer like what comes in: a new certificate needs new reviews. */
    private void end(Watched watched, boolean drifted) {
        granted.remove(watched.certificate.hash());
        withdrawn.add(watched);
        if (drifted) {
            Scope scope = watched.certificate.scope();
            reviews.removeIf(review -> scope.covers(review.source(), review.language(), review.channel()));
        }
    }

    /** One instance of equal texts, of which there are few. */
    String same(String text) {
        if (known.size() > 1_000) {
            known.clear();
        }
        String before = known.putIfAbsent(text, text);
        return before == null ? text : before;
    }

    /** Adds what a snapshot held, or an event, in its order. */
    void restore(Review review) {
        reviews.addLast(review);
        if (reviews.size() > MAX_REVIEWS) {
            reviews.removeFirst();
        }
    }

    /** @param monitor null for a certificate that was withdrawn */
    void restore(Certificate certificate, @Nullable RiskMonitor monitor) {
        Watched watched = new Watched(certificate);
        if (monitor == null) {
            withdrawn.add(watched);
        } else if (certificate.isSound()) {
            watched.monitor = monitor;
            granted.put(certificate.hash(), watched);
        }
    }

    void restore(ScoreModel fitted) {
        model = fitted;
    }

    List<Review> reviews() {
        return List.copyOf(reviews);
    }

    List<Certificate> certificates() {
        return granted.values().stream().map(watched -> watched.certificate).toList();
    }

    List<Certificate> withdrawn() {
        return withdrawn.stream().map(watched -> watched.certificate).toList();
    }

    @Nullable
    RiskMonitor monitor(Certificate certificate) {
        Watched watched = granted.get(certificate.hash());
        return watched == null ? null : watched.monitor;
    }

    @Nullable
    ScoreModel model() {
        return model;
    }

    /** Alarms that no event tells of yet. */
    List<Alarm> unwritten() {
        return List.copyOf(unwritten);
    }

    /** One reviewed reply. Immutable. */
    @SuppressWarnings("ArrayRecordComponent") // Ten thousand of them are kept; never compared.
    record Review(
            Instant at,
            boolean alone,
            double baseScore,
            double[] features,
            boolean correct,
            String source,
            Language language,
            String channel,
            String scoreVersion,
            String knowledgeVersion) {
        Judgement judgement(double score) {
            return new Judgement(at, score, correct, language, channel, source, knowledgeVersion);
        }
    }

    /** A certificate that must be withdrawn. */
    record Alarm(Certificate certificate, RiskMonitor monitor, Instant at) {}

    private static final class Watched {
        private final Certificate certificate;
        private RiskMonitor monitor;

        Watched(Certificate certificate) {
            this.certificate = certificate;
            this.monitor = RiskMonitor.start(certificate.target());
        }
    }
}
