package dev.comptoir.assist;

import dev.comptoir.Business;
import dev.comptoir.assist.generate.ReplyWriter;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.retrieve.HybridRetriever;
import dev.comptoir.assist.retrieve.Match;
import dev.comptoir.assist.retrieve.Ranking;
import dev.comptoir.assist.route.Reason;
import dev.comptoir.assist.route.Route;
import dev.comptoir.assist.route.Router;
import dev.comptoir.assist.route.SearchNotes;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.Understanding;
import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.error.OverloadedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replies to one business's customers from its own knowledge. Thread-safe; equal messages get equal replies, as far as the
 * models given are deterministic. Without any model it works on words alone.
 *
 * <p>In its default {@link Mode#DRAFT} it never answers alone. A request for a human is always handed over. Replies are in the
 * language of the message, French or English. Keeps nothing of a message.
 *
 * <p>The index lives in memory until {@link #close()}; models passed in are never closed.
 */
public final class Assistant implements AutoCloseable {
    /** How many entries are looked at for a question: the best, and those that may be as good. */
    private static final int CANDIDATES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);

    private final Business business;
    private final Language staff;
    private final Knowledge knowledge;
    private final HybridRetriever retriever;
    private final Router router;
    private final ReplyWriter writer;
    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile boolean closed;

    Assistant(Business business, Knowledge knowledge, HybridRetriever retriever, Router router, ReplyWriter writer) {
        this.business = business;
        this.staff = Language.of(business.settings().language());
        this.knowledge = knowledge;
        this.retriever = retriever;
        this.router = router;
        this.writer = writer;
    }

    public static AssistantBuilder builder(Business business) {
        return new AssistantBuilder(business);
    }

    /**
     * Replies to one message. Takes as long as the chat model's deadline at most, where there is one; otherwise milliseconds.
     *
     * @throws ModelException {@code model.dimension} when the embedding model no longer fits the index; other failures of models
     *     are reasons of the reply, which then does without
     * @throws ClosedException after {@link #close()}
     */
    public Reply reply(Message message) {
        Objects.requireNonNull(message, "message");
        if (closed) {
            throw new ClosedException("The assistant is closed.");
        }
        Understanding understanding = Understanding.of(message.text());
        Language language = understanding.language().orElse(staff);
        Optional<Route> early =
                router.beforeSearch(understanding, knowledge.entries().isEmpty());
        if (early.isPresent()) {
            return write(early.get(), understanding, language);
        }
        Search search = new Search(language);
        for (String question : understanding.questions()) {
            search.add(question);
        }
        Route route = router.afterSearch(understanding, search.matches, language, search.notes());
        return write(route, understanding, language);
    }

    /** Replies to each message, in their order, as {@link #reply} does. */
    public List<Reply> replyAll(List<Message> messages) {
        return messages.stream().map(this::reply).toList();
    }

    /** {@link #reply} on the business's executor; a full one makes the future fail with {@link OverloadedException}. */
    public CompletableFuture<Reply> replyAsync(Message message) {
        Objects.requireNonNull(message, "message");
        try {
            return CompletableFuture.supplyAsync(() -> reply(message), business.executor());
        } catch (OverloadedException e) {
            return CompletableFuture.failedFuture(e);
        } catch (RejectedExecutionException e) {
            OverloadedException overloaded =
                    new OverloadedException("The business's executor takes no more work now. Maybe try again later?");
            overloaded.addSuppressed(e);
            return CompletableFuture.failedFuture(overloaded);
        }
    }

    /** What the assistant knows, with the report of what could not be read. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** The search behind the replies, also for other langchain4j parts of the application. Closed with the assistant. */
    public HybridRetriever retriever() {
        return retriever;
    }

    /** Gives back the index's memory and the threads of wording; what was passed in stays open. May be called again. */
    @Override
    public void close() {
        closed = true;
        writer.close();
        retriever.close();
    }

    private Reply write(Route route, Understanding message, Language language) {
        List<Citation> citations =
                route.found().stream().map(Assistant::citation).toList();
        return switch (route.outcome()) {
            case ANSWER ->
                new Reply.Answer(
                        writer.answer(route.found(), language), language, forStaff(route.reasons()), citations);
            case DRAFT -> {
                ReplyWriter.Written draft = writer.draft(message.body(), route.found(), language);
                List<Reason> reasons = Stream.concat(route.reasons().stream(), draft.reasons().stream())
                        .toList();
                yield new Reply.Draft(draft.text(), language, forStaff(reasons), citations);
            }
            case HANDOFF -> new Reply.Handoff(language, forStaff(route.reasons()), citations);
        };
    }

    private List<Reason> forStaff(List<Reason> reasons) {
        return reasons.stream().map(reason -> reason.forStaff(staff)).toList();
    }

    private static Citation citation(Route.Found found) {
        Match match = found.match();
        return new Citation(match.entry().id(), match.entry().question(), match.passage(), match.score());
    }

    /** The search for one message; not thread-safe. */
    private final class Search {
        private final Language language;
        private final Language otherLanguage;
        private final List<List<Match>> matches = new ArrayList<>();
        private boolean degraded;
        private boolean focused;

        Search(Language language) {
            this.language = language;
            this.otherLanguage = language == Language.FRENCH ? Language.ENGLISH : Language.FRENCH;
        }

        SearchNotes notes() {
            return new SearchNotes(degraded, focused);
        }

        /** Entries for the question with what surrounds it; or else for its own sentence; or else in the other language. */
        void add(String question) {
            List<Match> own = find(question);
            String sentence = Understanding.lastQuestion(question).orElse(question);
            if (!router.isUsable(own) && !sentence.equals(question)) {
                List<Match> alone = find(sentence);
                if (router.isUsable(alone)) {
                    focused = true;
                    matches.add(alone);
                    return;
                }
            }
            List<Match> other = router.isUsable(own) ? List.of() : findAcross(question);
            matches.add(router.isUsable(other) ? other : own);
        }

        private List<Match> find(String question) {
            return orWordsAlone(
                    () -> retriever.search(question, language, CANDIDATES),
                    () -> retriever.search(question, language, Ranking.LEXICAL, CANDIDATES));
        }

        private List<Match> findAcross(String question) {
            return orWordsAlone(() -> retriever.searchAcross(question, language, otherLanguage, CANDIDATES), List::of);
        }

        private List<Match> orWordsAlone(Supplier<List<Match>> fused, Supplier<List<Match>> words) {
            try {
                return fused.get();
            } catch (ModelException e) {
                if (e.code() == ErrorCode.MODEL_DIMENSION) {
                    throw e;
                }
                degraded = true;
                if (warned.compareAndSet(false, true)) {
                    LOG.warn(
                            "Replies of {} rest on words alone until the embedding model works: {}",
                            business.id(),
                            e.getMessage());
                }
                return words.get();
            }
        }
    }
}
