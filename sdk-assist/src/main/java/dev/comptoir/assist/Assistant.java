package dev.comptoir.assist;

import dev.comptoir.Business;
import dev.comptoir.assist.certify.Assessment;
import dev.comptoir.assist.certify.Autonomy;
import dev.comptoir.assist.certify.Decision;
import dev.comptoir.assist.certify.Ruling;
import dev.comptoir.assist.generate.ReplyWriter;
import dev.comptoir.assist.intent.IntentModel;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.lookup.Lookups;
import dev.comptoir.assist.retrieve.HybridRetriever;
import dev.comptoir.assist.route.Clarification;
import dev.comptoir.assist.route.Found;
import dev.comptoir.assist.route.Route;
import dev.comptoir.assist.route.Router;
import dev.comptoir.assist.understand.Entity;
import dev.comptoir.assist.understand.EntityExtractor;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.Signal;
import dev.comptoir.assist.understand.Understanding;
import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ModelException;
import dev.comptoir.error.OverloadedException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replies to one business's customers from its own knowledge. Thread-safe; equal messages get equal replies, as far as the
 * models given are deterministic. Without any model it works on words alone.
 *
 * <p>It sends nothing alone but what an {@link Autonomy} certifies; without one, the best reply is a draft. A request for a
 * human is always handed over. Replies are in the language of the message, French or English. Keeps nothing of a message.
 *
 * <p>The index lives in memory until {@link #close()}; models passed in are never closed.
 */
public final class Assistant implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);

    private final Business business;
    private final Language staff;
    private final Router router;
    private final ReplyWriter writer;
    private final Lookups lookups;
    private final EntityExtractor entities;
    private final @Nullable IntentModel intents;
    private final @Nullable Autonomy autonomy;
    private final String scoreVersion;
    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile Known known;
    private volatile boolean closed;

    Assistant(AssistantBuilder.Parts parts) {
        this.business = parts.business();
        this.staff = Language.of(business.settings().language());
        this.router = parts.router();
        this.writer = parts.writer();
        this.lookups = parts.lookups();
        this.entities = parts.entities();
        this.intents = parts.intents();
        this.autonomy = parts.autonomy();
        this.scoreVersion = parts.scoreVersion();
        this.known = Known.of(parts.knowledge(), parts.retriever());
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
    @SuppressWarnings("ReferenceEquality") // Whether the very state that was searched is still the one in use.
    public Reply reply(Message message) {
        Objects.requireNonNull(message, "message");
        while (true) {
            Known now = known;
            if (closed) {
                throw new ClosedException("The assistant is closed.");
            }
            try {
                return reply(message, now);
            } catch (ClosedException e) {
                // The knowledge was exchanged during the search: once more, with the new one.
                if (closed || now == known) {
                    throw e;
                }
            }
        }
    }

    private Reply reply(Message message, Known now) {
        Clarification asked = message.answers();
        boolean completes = asked != null && asked.kind() == Clarification.Kind.ORDER_NUMBER;
        Understanding understanding = Understanding.of(
                completes && asked != null ? asked.question() + "\n" + message.text() : message.text());
        Optional<Clarification.Option> chosen =
                asked == null || completes ? Optional.empty() : asked.chosenBy(understanding.body());
        Language language = understanding
                .language()
                .or(() -> chosen.flatMap(option -> now.knowledge().find(option.entryId()))
                        .map(entry -> entry.language()))
                .orElse(staff);
        boolean nothing = now.knowledge().entries().isEmpty() && lookups.isEmpty();
        Optional<Route> early = router.beforeSearch(understanding, nothing);
        if (early.isPresent()) {
            return write(early.get(), understanding, language, message, now);
        }
        Instant at = business.clock().instant();
        ZoneId zone = business.settings().zone();
        List<Entity> named = lookups.isEmpty() ? List.of() : entities.extract(understanding.body(), at, zone);
        Search search = new Search(now, router, lookups, intents, message, named, language, at, zone, this::warn);
        if (asked != null && chosen.isPresent()) {
            search.addChosen(asked, chosen.get());
        } else {
            understanding.questions().forEach(search::add);
        }
        Route route = router.afterSearch(understanding, search.topics(), language, search.notes());
        return write(route, understanding, language, message, now);
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

    /**
     * Exchanges the knowledge. Replies go on meanwhile, each from the old or the new state as a whole. A certificate made for
     * the old state holds no longer: review a reply, and {@link Autonomy#renew()}.
     *
     * @throws ModelException when the embedding model fails; then the old state stays
     */
    public synchronized void update(Knowledge knowledge) {
        if (closed) {
            throw new ClosedException("The assistant is closed.");
        }
        Known before = known;
        known = Known.of(knowledge, before.retriever().with(knowledge));
        before.retriever().close();
    }

    /** What the assistant knows, with the report of what could not be read. */
    public Knowledge knowledge() {
        return known.knowledge();
    }

    /** The search behind the replies, also for other langchain4j parts of the application. Closed with the assistant. */
    public HybridRetriever retriever() {
        return known.retriever();
    }

    /** Gives back the index's memory and the threads of wording; what was passed in stays open. May be called again. */
    @Override
    public synchronized void close() {
        closed = true;
        writer.close();
        known.retriever().close();
    }

    private Reply write(Route proposal, Understanding understanding, Language language, Message message, Known now) {
        Assessment candidate = new Assessment(
                proposal.decision(),
                proposal.grade().source(),
                proposal.grade().score(),
                proposal.grade().score(),
                proposal.grade().features(),
                language,
                message.channel(),
                proposal.found().stream().map(Found::id).distinct().toList(),
                scoreVersion,
                now.version());
        boolean open = proposal.decision() != Decision.HANDOFF && autonomy != null;
        Ruling ruling = open && autonomy != null ? autonomy.rule(candidate) : null;
        Route route = Router.settle(proposal, ruling);
        Assessment assessment =
                candidate.decided(route.decision(), ruling == null ? candidate.baseScore() : ruling.score());
        Clarification ask = route.clarification();
        Grounding grounding = new Grounding(now.retriever(), staff);
        if (ask != null && route.decision() != Decision.HANDOFF) {
            boolean alone = route.decision() == Decision.ASK;
            String text = writer.ask(ask, language, alone);
            Grounds grounds = grounding.of(route, List.of(), List.of(), assessment);
            return alone ? new Reply.Ask(text, language, grounds) : new Reply.Draft(text, language, grounds);
        }
        if (route.decision() == Decision.HANDOFF) {
            return new Reply.Handoff(language, grounding.of(route, List.of(), List.of(), assessment));
        }
        boolean alone = route.decision() == Decision.ANSWER;
        ReplyWriter.Written written;
        if (alone) {
            written = writer.answer(route.found(), language);
        } else if (understanding.signals().contains(Signal.SENSITIVE)) {
            // A chat model may be somebody else's computer: health, faith and the like are not sent there.
            written = writer.ownWords(route.found(), language);
        } else {
            written = writer.draft(understanding.body(), route.found(), language);
        }
        Grounds grounds =
                grounding.of(route, written.reasons(), grounding.sentences(written.body(), route.found()), assessment);
        return alone
                ? new Reply.Answer(written.text(), language, grounds)
                : new Reply.Draft(written.text(), language, grounds);
    }

    private void warn(Exception failure) {
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "Replies of {} do without a model that failed: {}",
                    business.id(),
                    failure instanceof ModelException
                            ? failure.getMessage()
                            : failure.getClass().getName());
        }
    }
}
