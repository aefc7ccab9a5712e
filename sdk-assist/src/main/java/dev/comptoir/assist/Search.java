package dev.comptoir.assist;

import dev.comptoir.assist.intent.IntentGuess;
import dev.comptoir.assist.intent.IntentModel;
import dev.comptoir.assist.lookup.LiveFact;
import dev.comptoir.assist.lookup.LookupRequest;
import dev.comptoir.assist.lookup.LookupResults;
import dev.comptoir.assist.lookup.Lookups;
import dev.comptoir.assist.retrieve.HybridRetriever;
import dev.comptoir.assist.retrieve.Match;
import dev.comptoir.assist.retrieve.Ranking;
import dev.comptoir.assist.route.Clarification;
import dev.comptoir.assist.route.Clarification.Option;
import dev.comptoir.assist.route.Router;
import dev.comptoir.assist.route.SearchNotes;
import dev.comptoir.assist.route.SearchNotes.Note;
import dev.comptoir.assist.route.Topic;
import dev.comptoir.assist.understand.Entity;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.Understanding;
import dev.comptoir.error.ComptoirException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The search for one message; not thread-safe. */
final class Search {
    /** How many entries are looked at for a question: the best, and those that may be as good. */
    private static final int CANDIDATES = 5;
    /** More than these, so that entries that do not hold today leave enough others. */
    private static final int SEARCHED = 10;

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final HybridRetriever retriever;
    private final Router router;
    private final Lookups lookups;
    private final @Nullable IntentModel intents;
    private final Message message;
    private final List<Entity> entities;
    private final Language language;
    private final Language otherLanguage;
    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;
    private final Consumer<Exception> failure;
    private final List<Topic> topics = new ArrayList<>();
    private final Set<Note> notes = EnumSet.noneOf(Note.class);

    /** @param failure is told of models that failed, and were done without */
    Search(
            Known known,
            Router router,
            Lookups lookups,
            @Nullable IntentModel intents,
            Message message,
            List<Entity> entities,
            Language language,
            Instant now,
            ZoneId zone,
            Consumer<Exception> failure) {
        this.retriever = known.retriever();
        this.router = router;
        this.lookups = lookups;
        this.intents = intents;
        this.message = message;
        this.entities = entities;
        this.language = language;
        this.otherLanguage = language == Language.FRENCH ? Language.ENGLISH : Language.FRENCH;
        this.now = now;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
        this.failure = failure;
        if (message.answers() != null) {
            notes.add(Note.ASKED_BEFORE);
        }
    }

    List<Topic> topics() {
        return topics;
    }

    SearchNotes notes() {
        return new SearchNotes(notes);
    }

    void add(String question) {
        Optional<IntentGuess> guess = guess(question);
        LookupRequest request = request(question);
        Optional<LiveFact> fact = fact(request);
        List<Match> matches = fact.isPresent() ? List.of() : matches(question);
        boolean needsOrder = fact.isEmpty() && lookups.needsOrder(request);
        topics.add(new Topic(question, matches, fact, guess, needsOrder));
    }

    /** The entry that the customer chose, before all others. */
    void addChosen(Clarification asked, Option chosen) {
        notes.add(Note.CHOSEN);
        List<Match> matches = find(asked.question() + " " + chosen.label()).stream()
                .filter(match -> match.entry().id().equals(chosen.entryId()))
                .toList();
        topics.add(new Topic(asked.question(), matches, Optional.empty(), guess(asked.question()), false));
    }

    private Optional<IntentGuess> guess(String question) {
        if (intents == null) {
            return Optional.empty();
        }
        try {
            IntentGuess guess = intents.classify(question, language);
            if (guess.wordsOnly()) {
                notes.add(Note.INTENTS_FAILED);
            }
            return Optional.of(guess);
        } catch (ComptoirException e) {
            notes.add(Note.INTENTS_FAILED);
            failure.accept(e);
            return Optional.empty();
        }
    }

    private LookupRequest request(String question) {
        return new LookupRequest(question, language, entities, message.customer(), now, zone);
    }

    private Optional<LiveFact> fact(LookupRequest request) {
        LookupResults results = lookups.find(request);
        Optional<LiveFact> fact = results.facts().stream().findFirst();
        if (fact.isEmpty() && !results.failures().isEmpty()) {
            notes.add(Note.LOOKUP_FAILED);
        }
        if (fact.filter(found -> found.asOf().isBefore(now.minus(FRESH))).isPresent()) {
            notes.add(Note.FACT_STALE);
        }
        return fact;
    }

    /** Entries for the question with what surrounds it; or else for its own sentence; or else in the other language. */
    private List<Match> matches(String question) {
        List<Match> own = find(question);
        String sentence = Understanding.lastQuestion(question).orElse(question);
        if (!router.isUsable(own) && !sentence.equals(question)) {
            List<Match> alone = find(sentence);
            if (router.isUsable(alone)) {
                notes.add(Note.FOCUSED);
                return alone;
            }
        }
        List<Match> other = router.isUsable(own) ? List.of() : findAcross(question);
        return router.isUsable(other) ? other : own;
    }

    private List<Match> find(String question) {
        return holding(orWordsAlone(
                () -> retriever.search(question, language, SEARCHED),
                () -> retriever.search(question, language, Ranking.LEXICAL, SEARCHED)));
    }

    private List<Match> findAcross(String question) {
        return holding(
                orWordsAlone(() -> retriever.searchAcross(question, language, otherLanguage, SEARCHED), List::of));
    }

    /** Without entries that do not hold today; noted where the best of all is one. */
    private List<Match> holding(List<Match> matches) {
        List<Match> holding = matches.stream()
                .filter(match -> match.entry().validity().holdsOn(today))
                .limit(CANDIDATES)
                .toList();
        if (router.isUsable(matches) && !matches.get(0).entry().validity().holdsOn(today)) {
            notes.add(Note.EXPIRED);
        }
        return holding;
    }

    private List<Match> orWordsAlone(Supplier<List<Match>> fused, Supplier<List<Match>> words) {
        try {
            return fused.get();
        } catch (ModelException e) {
            if (e.code() == ErrorCode.MODEL_DIMENSION) {
                throw e;
            }
            notes.add(Note.WORDS_ALONE);
            failure.accept(e);
            return words.get();
        }
    }
}
