package dev.comptoir.assist.learn;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.assist.journal.Journal;
import dev.comptoir.assist.journal.JournalPosition;
import dev.comptoir.assist.knowledge.Contradiction;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.learn.LearnResult.Status;
import dev.comptoir.assist.learn.PairEvents.Lesson;
import dev.comptoir.assist.learn.PairEvents.Reviewed;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import dev.comptoir.assist.understand.Understanding;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Rejection;
import dev.comptoir.profile.KnownEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one business's staff teaches by the replies it sends. Thread-safe. Each reviewed pair is an event of the log, kept when
 * {@link #learn} returns and erased with its customer; what was learned from it then goes as well.
 *
 * <p>A pair makes an entry that is good for drafts only ({@link Entry#isDraftOnly}) until as many different agents as are set
 * have said the same; a question that was answered with an entry becomes a variant of it on the same terms: one agent alone
 * teaches the machine nothing that it would say alone. Nothing is learned of a message that calls for a human, nor where
 * personal data would be.
 */
public final class LearnedPairs {
    /*
     * Reply memory with promotion after confirmations; the poisoning guard of OWASP's LLM03/04: edits of distinct agents. A
     * reply counts as the entry's own where little of the draft was changed and no figure, hour, price or yes became another.
     */
    private static final double SAME_REPLY = 0.2;

    private final Business business;
    private final Journal journal;
    private final Set<String> ownContacts;
    private final int confirmations;
    private final Language staff;
    private final Object lock = new Object();
    private final LearnedState state;
    private JournalPosition position = JournalPosition.START;

    private LearnedPairs(Builder builder) {
        business = builder.business;
        journal = Journal.of(business, "pairs", PairEvents.NAMES);
        ownContacts = Set.copyOf(builder.ownContacts);
        confirmations = builder.confirmations;
        staff = Language.of(business.settings().language());
        state = new LearnedState(confirmations);
    }

    /** With two confirmations. The log is read when it is first needed. */
    public static LearnedPairs of(Business business) {
        return builder(business).build();
    }

    /** With settings. */
    public static Builder builder(Business business) {
        return new Builder(business);
    }

    /**
     * Keeps a reviewed reply, and learns from it what may be learned.
     *
     * @throws DataException {@code event.too-large} when question or answer break the log's limits
     * @throws dev.comptoir.error.StoreException when it could not be kept
     */
    public LearnResult learn(ReviewedPair pair) {
        double distance = distance(pair);
        boolean hadDraft = !pair.draft().isBlank();
        boolean unedited = hadDraft && pair.draft().strip().equals(pair.answer().strip());
        Examined examined = examine(pair, hadDraft && distance <= SAME_REPLY);
        Reviewed reviewed = new Reviewed(pair.agent(), hadDraft, unedited, hadDraft ? distance : 0, examined.lesson);
        synchronized (lock) {
            catchUp();
            Lesson lesson = examined.lesson;
            int before = lesson == null ? 0 : state.confirmations(lesson);
            append(PairEvents.write(pair, business.clock().instant(), reviewed));
            catchUp();
            int now = lesson == null ? 0 : state.confirmations(lesson);
            Status status = lesson == null ? examined.status : status(lesson, before, now);
            String entryId = lesson == null ? null : lesson.variantOf() == null ? lesson.entryId() : lesson.variantOf();
            return new LearnResult(status, entryId, now, examined.found, reviewed.distance());
        }
    }

    /**
     * The knowledge with what was learned: variants behind the merchant's own, learned entries behind all others. Made anew
     * from the log where somebody was erased.
     */
    public Knowledge over(Knowledge knowledge) {
        synchronized (lock) {
            catchUp();
            return state.over(knowledge);
        }
    }

    /** Another number whenever {@link #over} may give something else: after lessons, undoing, and erasures. */
    public long revision() {
        synchronized (lock) {
            catchUp();
            return state.revision();
        }
    }

    /** All pairs learned, for the staff to look at, in the order of learning. */
    public List<LearnedPair> pairs() {
        synchronized (lock) {
            catchUp();
            return state.pairs();
        }
    }

    /** How good the drafts were. */
    public DraftQuality quality() {
        synchronized (lock) {
            catchUp();
            return state.quality();
        }
    }

    /**
     * Undoes what was learned under an entry: a learned one is gone, one of the merchant's loses its learned variants. What is
     * taught again later counts from the beginning.
     *
     * @param agent who says so
     */
    public void forget(String entryId, String agent) {
        synchronized (lock) {
            append(PairEvents.forget(entryId, agent, business.clock().instant()));
            catchUp();
        }
    }

    private void catchUp() {
        if (journal.hasMoreThan(position)) {
            position = journal.read(position, state);
        }
    }

    private void append(CustomEvent event) {
        AppendReport report = journal.append(List.of(event));
        // Not where the customer was erased meanwhile: then there is nothing to keep.
        if (report.rejections().stream().anyMatch(one -> one.rule() == Rejection.Rule.TOO_LONG)) {
            throw new DataException(
                    ErrorCode.EVENT_TOO_LARGE,
                    "A reviewed pair breaks a limit of the log. Maybe raise Limits.textLength?");
        }
    }

    private Status status(Lesson lesson, int before, int now) {
        if (lesson.variantOf() != null) {
            return now < confirmations
                    ? Status.VARIANT_PENDING
                    : before < confirmations ? Status.VARIANT : Status.KNOWN;
        }
        return now < confirmations ? Status.DRAFT_ONLY : before < confirmations ? Status.CONFIRMED : Status.KNOWN;
    }

    private static double distance(ReviewedPair pair) {
        boolean tooLong =
                pair.draft().length() > EditDistance.MAX_LENGTH || pair.answer().length() > EditDistance.MAX_LENGTH;
        return tooLong
                ? 1
                : EditDistance.normalized(pair.draft().strip(), pair.answer().strip());
    }

    private Examined examine(ReviewedPair pair, boolean littleChanged) {
        if (pair.question().length() > Understanding.LONG || pair.answer().length() > Entry.MAX_ANSWER) {
            return Examined.refused(Status.REFUSED_LENGTH, Set.of());
        }
        Understanding understood = Understanding.of(pair.question());
        if (!understood.signals().isEmpty()) {
            return Examined.refused(Status.REFUSED_SIGNAL, Set.of());
        }
        if (understood.questions().size() != 1) {
            return Examined.refused(Status.REFUSED_QUESTIONS, Set.of());
        }
        Language language = understood.language().orElse(staff);
        Set<String> known = knownValues(pair);
        String asked = Courtesy.strip(understood.body());
        Set<PersonalKind> found = PersonalData.in(asked, known, Set.of());
        String question = PersonalData.replaced(asked, known, language).strip();
        String answer = Courtesy.strip(Understanding.of(pair.answer()).body());
        Set<PersonalKind> inAnswer = PersonalData.inAnswer(answer, known, ownContacts);
        Set<PersonalKind> left = PersonalData.in(question, known, Set.of());
        if (!inAnswer.isEmpty() || !left.isEmpty()) {
            Set<PersonalKind> all = EnumSet.noneOf(PersonalKind.class);
            all.addAll(inAnswer);
            all.addAll(left);
            return Examined.refused(Status.REFUSED_PERSONAL, all);
        }
        if (!TextNormalizer.hasWords(question)
                || !TextNormalizer.hasWords(answer)
                || question.length() > Entry.MAX_QUESTION) {
            return Examined.refused(Status.REFUSED_LENGTH, found);
        }
        String entry = littleChanged && saysTheSame(pair.draft(), pair.answer()) ? pair.entryId() : null;
        return new Examined(new Lesson(question, answer, language, pair.action(), entry), Status.DRAFT_ONLY, found);
    }

    private static boolean saysTheSame(String draft, String sent) {
        return Contradiction.between(draft, sent)
                .map(rule -> rule == Contradiction.Rule.WORDING)
                .orElse(true);
    }

    /** What is this customer's by the log, besides what the vendor says: their id, cards, receipts. */
    private Set<String> knownValues(ReviewedPair pair) {
        Set<String> known = new HashSet<>(pair.knownValues());
        CustomerId customer = pair.customer();
        if (customer != null) {
            known.add(customer.value());
            business.events().of(customer).forEach(event -> {
                if (event instanceof Purchase) {
                    known.add(event.id().value());
                } else if (event instanceof CustomEvent custom && custom.name().equals(KnownEvents.LOYALTY_CARD)) {
                    known.add(custom.attributes().getOrDefault("number", ""));
                }
            });
        }
        return known;
    }

    /**
     * What a look at a pair says.
     *
     * @param lesson null where nothing may be learned
     * @param status why not
     */
    private record Examined(@Nullable Lesson lesson, Status status, Set<PersonalKind> found) {
        static Examined refused(Status status, Set<PersonalKind> found) {
            return new Examined(null, status, found);
        }
    }

    /** Gathers the settings of {@link LearnedPairs}. Not thread-safe. */
    public static final class Builder {
        private static final int MAX_CONFIRMATIONS = 20;

        private final Business business;
        private final List<String> ownContacts = new ArrayList<>();
        private int confirmations = 2;

        private Builder(Business business) {
            this.business = Objects.requireNonNull(business, "business");
        }

        /** How many different agents must say the same, 1 to 20; 2 unless set. */
        public Builder confirmations(int agents) {
            if (agents < 1 || agents > MAX_CONFIRMATIONS) {
                throw new IllegalArgumentException(
                        "confirmations is " + agents + "; 1 to " + MAX_CONFIRMATIONS + " are allowed.");
            }
            this.confirmations = agents;
            return this;
        }

        /** The shop's own mail addresses, telephone numbers and accounts, which answers may hold. */
        public Builder ownContacts(Collection<String> contacts) {
            ownContacts.addAll(contacts);
            return this;
        }

        public LearnedPairs build() {
            return new LearnedPairs(this);
        }
    }
}
