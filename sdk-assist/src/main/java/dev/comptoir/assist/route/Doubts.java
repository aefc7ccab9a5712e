package dev.comptoir.assist.route;

import dev.comptoir.assist.retrieve.MatchScore;
import dev.comptoir.assist.route.SearchNotes.Note;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.Signal;
import dev.comptoir.assist.understand.Understanding;
import java.util.ArrayList;
import java.util.List;

/** What forbids sending a reply alone, however high its score. Not thread-safe. */
final class Doubts {
    private final Understanding message;
    private final List<Topic> topics;
    private final List<Found> found;
    private final List<Missing> missing;
    private final Language language;
    private final SearchNotes notes;

    Doubts(
            Understanding message,
            List<Topic> topics,
            List<Found> found,
            List<Missing> missing,
            Language language,
            SearchNotes notes) {
        this.message = message;
        this.topics = topics;
        this.found = found;
        this.missing = missing;
        this.language = language;
        this.notes = notes;
    }

    List<Reason> list() {
        List<Reason> doubts = new ArrayList<>();
        if (message.signals().contains(Signal.SENSITIVE)) {
            doubts.add(Reasons.of(Signal.SENSITIVE));
        }
        if (!missing.isEmpty()) {
            doubts.add(Reasons.partlyUnanswered(
                    missing.stream().map(Missing::question).toList()));
        }
        if (found.stream().anyMatch(f -> f.language(language) != language)) {
            doubts.add(Reasons.OTHER_LANGUAGE);
        }
        if (message.language().isEmpty() && !notes.has(Note.ASKED_BEFORE)) {
            doubts.add(Reasons.LANGUAGE_UNKNOWN);
        }
        addActions(doubts);
        if (found.stream().anyMatch(f -> f.match() != null && f.match().entry().isDraftOnly())) {
            doubts.add(Reasons.ENTRY_UNCONFIRMED);
        }
        if (found.stream().map(Found::source).distinct().count() > 1) {
            doubts.add(Reasons.SEVERAL_SOURCES);
        }
        if (topics.stream().anyMatch(this::disagree)) {
            doubts.add(Reasons.RETRIEVERS_DISAGREE);
        }
        topics.stream()
                .filter(topic -> topic.fact().isEmpty())
                .flatMap(topic -> topic.guess().stream())
                .mapToDouble(guess -> guess.uncovered())
                .filter(uncovered -> uncovered >= Router.GATE)
                .max()
                .ifPresent(uncovered -> doubts.add(Reasons.uncovered(uncovered)));
        addNotes(doubts);
        return doubts;
    }

    private void addActions(List<Reason> doubts) {
        boolean entries = found.stream()
                .anyMatch(f -> f.match() != null && f.match().entry().action() == ActionClass.REVERSIBLE);
        boolean intents = topics.stream()
                .flatMap(topic -> topic.guess().stream())
                .anyMatch(guess -> guess.intent().action() != ActionClass.INFORM);
        if (entries || intents) {
            doubts.add(Reasons.ACTION_REVERSIBLE);
        }
    }

    private boolean disagree(Topic topic) {
        boolean used = found.stream()
                .anyMatch(f -> f.match() != null && topic.matches().contains(f.match()));
        if (topic.fact().isPresent() || !used) {
            return false;
        }
        MatchScore best = topic.matches().get(0).score();
        // Without a model that is trusted there is one retriever only, and the score has weighed all its parts.
        return best.denseTrusted() && (best.lexicalRank() != 1 || best.denseRank() != 1);
    }

    private void addNotes(List<Reason> doubts) {
        if (notes.has(Note.CHOSEN)) {
            doubts.remove(Reasons.RETRIEVERS_DISAGREE);
            doubts.add(Reasons.OPTION_CHOSEN);
        }
        if (notes.has(Note.FOCUSED)) {
            doubts.add(Reasons.CONTEXT_LEFT_OUT);
        }
        if (notes.has(Note.WORDS_ALONE)) {
            doubts.add(Reasons.EMBEDDINGS_FAILED);
        }
        if (notes.has(Note.INTENTS_FAILED)) {
            doubts.add(Reasons.INTENTS_FAILED);
        }
        if (notes.has(Note.LOOKUP_FAILED)) {
            doubts.add(Reasons.LOOKUP_FAILED);
        }
        if (notes.has(Note.FACT_STALE)) {
            doubts.add(Reasons.FACT_STALE);
        }
        if (notes.has(Note.EXPIRED)) {
            doubts.add(Reasons.ENTRY_EXPIRED);
        }
    }
}
