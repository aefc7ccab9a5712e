package dev.comptoir.assist.route;

import dev.comptoir.assist.certify.Decision;
import dev.comptoir.assist.certify.Ruling;
import dev.comptoir.assist.retrieve.Match;
import dev.comptoir.assist.route.Route.Grade;
import dev.comptoir.assist.route.SearchNotes.Note;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.Signal;
import dev.comptoir.assist.understand.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides between answer, question back, draft and hand-over. Immutable.
 *
 * <p>Signals that hand over do so before anything is searched. What is significant is a human's. Without an entry above the
 * draft threshold, or a fact, there is no draft. Nothing is sent alone but what passes every rule of {@link Doubts} and has a
 * score that a valid certificate accepts.
 */
public final class Router {
    static final int MAX_QUESTIONS = 5;
    /** From here on a gate of the intent model is closed. */
    static final double GATE = 0.5;

    private final Thresholds thresholds;

    public Router(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The decision that needs no search: a message that goes to a human whatever the knowledge holds. */
    public Optional<Route> beforeSearch(Understanding message, boolean nothingToSearch) {
        List<Reason> reasons = new ArrayList<>();
        message.signals().stream()
                .filter(Signal::handsOver)
                .sorted()
                .map(Reasons::of)
                .forEach(reasons::add);
        if (message.isBlank()) {
            reasons.add(Reasons.NO_WORDS);
        }
        if (message.body().length() > Understanding.LONG) {
            reasons.add(Reasons.tooLong(message.body().length(), Understanding.LONG));
        } else if (message.questions().size() > MAX_QUESTIONS) {
            reasons.add(Reasons.tooManyQuestions(message.questions().size(), MAX_QUESTIONS));
        }
        List<Missing> missing = List.of();
        if (reasons.isEmpty() && nothingToSearch) {
            reasons.add(Reasons.NO_KNOWLEDGE);
            missing = List.of(new Missing(Missing.Kind.ENTRY, 0));
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(Route.handoff(reasons, List.of(), missing));
    }

    /** Whether an entry may stand in a draft. */
    public boolean isUsable(List<Match> matches) {
        return !matches.isEmpty() && matches.get(0).score().confidence() >= thresholds.draft();
    }

    /**
     * What is proposed after the search: a hand-over, or a reply that is a draft until {@link #settle} allows more.
     *
     * @param topics what was found for each question of the message
     * @param language the language of the reply
     * @param notes how the search went
     */
    public Route afterSearch(Understanding message, List<Topic> topics, Language language, SearchNotes notes) {
        if (topics.stream().allMatch(Router::isForeign)) {
            return Route.handoff(List.of(Reasons.OUT_OF_SCOPE), List.of(), List.of());
        }
        List<Found> found = new ArrayList<>();
        List<Found> nearest = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < topics.size(); i++) {
            Topic topic = topics.get(i);
            boolean usable = isAnswered(topic);
            if (topic.fact().isPresent()) {
                found.add(Found.of(topic.question(), topic.fact().get()));
            } else if (!topic.matches().isEmpty()) {
                (usable ? found : nearest)
                        .add(Found.of(topic.question(), topic.matches().get(0)));
            }
            if (!usable) {
                missing.add(new Missing(topic.needsOrder() ? Missing.Kind.ORDER_NUMBER : Missing.Kind.ENTRY, i + 1));
            }
        }
        if (isSignificant(topics)) {
            List<Found> cited = found.isEmpty() ? nearest : found;
            return Route.handoff(List.of(Reasons.ACTION_SIGNIFICANT), cited, missing);
        }
        Clarification ask = notes.has(Note.ASKED_BEFORE) || topics.size() > 1
                ? null
                : new Clarifying(thresholds).of(topics.get(0), language);
        if (found.isEmpty() && ask == null) {
            return Route.handoff(List.of(notFound(nearest, notes)), nearest, missing);
        }
        List<Reason> doubts = new Doubts(message, topics, found, missing, language, notes).list();
        if (ask != null) {
            return asking(ask, topics.get(0), found, doubts, missing);
        }
        if (topics.size() == 1 && isTie(topics.get(0))) {
            double margin = ReplyScore.margin(topics.get(0).matches());
            doubts.add(Reasons.runnerUp(margin, thresholds.ask()));
        }
        return new Route(Decision.DRAFT, doubts, found, missing, null, grade(topics, found, doubts, notes));
    }

    /**
     * The decision itself: a proposal that no rule forbids, and that a certificate covers, is sent.
     *
     * @param ruling what the certificates say; null where the assistant has no autonomy to be certified
     */
    public static Route settle(Route proposal, @Nullable Ruling ruling) {
        if (proposal.decision() == Decision.HANDOFF) {
            return proposal;
        }
        boolean eligible = proposal.grade().score() > 0;
        if (eligible && ruling != null && ruling.isAllowed()) {
            Decision decision = proposal.clarification() == null ? Decision.ANSWER : Decision.ASK;
            List<Reason> reasons = new ArrayList<>(List.of(CertificateReasons.of(ruling)));
            reasons.addAll(proposal.reasons());
            return with(proposal, decision, reasons, proposal.missing());
        }
        List<Reason> reasons = new ArrayList<>();
        List<Missing> missing = new ArrayList<>(proposal.missing());
        boolean certified = ruling != null && (ruling.isAllowed() || ruling.status() == Ruling.Status.BELOW);
        if (ruling == null) {
            reasons.add(CertificateReasons.NO_AUTONOMY);
        } else if (!certified || eligible) {
            reasons.add(CertificateReasons.of(ruling));
        }
        if (!certified) {
            missing.add(new Missing(Missing.Kind.CERTIFICATE, 0));
        }
        reasons.addAll(proposal.reasons());
        return with(proposal, Decision.DRAFT, reasons, missing);
    }

    private static Route with(Route route, Decision decision, List<Reason> reasons, List<Missing> missing) {
        return new Route(decision, reasons, route.found(), missing, route.clarification(), route.grade());
    }

    private static Route asking(
            Clarification ask, Topic topic, List<Found> found, List<Reason> doubts, List<Missing> open) {
        boolean which = ask.kind() == Clarification.Kind.WHICH_ENTRY;
        boolean allowed = doubts.stream()
                .allMatch(doubt ->
                        doubt.code() == ReasonCode.RETRIEVERS_DISAGREE || doubt.code() == ReasonCode.PARTLY_UNANSWERED);
        List<Reason> reasons = new ArrayList<>(doubts);
        reasons.removeIf(doubt ->
                doubt.code() == ReasonCode.RETRIEVERS_DISAGREE || doubt.code() == ReasonCode.PARTLY_UNANSWERED);
        reasons.add(0, which ? Reasons.ASKS_WHICH_ENTRY : Reasons.ASKS_ORDER_NUMBER);
        List<Found> cited = which
                ? topic.matches().stream()
                        .filter(match -> ask.options().stream()
                                .anyMatch(option ->
                                        option.entryId().equals(match.entry().id())))
                        .map(match -> Found.of(topic.question(), match))
                        .toList()
                : found;
        double score = !allowed ? 0 : which ? topic.matches().get(0).score().confidence() : 1;
        List<Missing> missing = which ? List.of(new Missing(Missing.Kind.CHOICE, 1)) : open;
        Grade grade = new Grade(Grade.ASK, score, ReplyScore.noFeatures());
        return new Route(Decision.DRAFT, reasons, cited, missing, ask, grade);
    }

    private static Grade grade(List<Topic> topics, List<Found> found, List<Reason> doubts, SearchNotes notes) {
        boolean chosen = notes.has(Note.CHOSEN);
        boolean forbidden = doubts.stream().anyMatch(doubt -> doubt.code() != ReasonCode.OPTION_CHOSEN);
        String source = chosen ? Grade.CHOSEN : Grade.source(found);
        List<Match> weakest = null;
        for (Topic topic : topics) {
            boolean counts = topic.fact().isEmpty() && !topic.matches().isEmpty();
            if (counts && (weakest == null || ReplyScore.of(topic.matches()) < ReplyScore.of(weakest))) {
                weakest = topic.matches();
            }
        }
        if (weakest == null) {
            return new Grade(source, forbidden ? 0 : 1, ReplyScore.noFeatures());
        }
        return new Grade(source, forbidden ? 0 : ReplyScore.of(weakest), ReplyScore.features(weakest, topics.size()));
    }

    private boolean isAnswered(Topic topic) {
        return topic.fact().isPresent() || (!isForeign(topic) && !topic.needsOrder() && isUsable(topic.matches()));
    }

    private boolean isTie(Topic topic) {
        return topic.fact().isEmpty()
                && topic.matches().size() > 1
                && ReplyScore.margin(topic.matches()) < thresholds.ask();
    }

    private static boolean isForeign(Topic topic) {
        return topic.fact().isEmpty()
                && topic.guess().filter(guess -> guess.foreign() >= GATE).isPresent();
    }

    private boolean isSignificant(List<Topic> topics) {
        return topics.stream()
                .anyMatch(topic -> topic.guess()
                                .filter(guess -> guess.intent().action() == ActionClass.SIGNIFICANT
                                        && guess.probability() >= GATE)
                                .isPresent()
                        || (topic.fact().isEmpty()
                                && isUsable(topic.matches())
                                && topic.matches().get(0).entry().action() == ActionClass.SIGNIFICANT));
    }

    private Reason notFound(List<Found> nearest, SearchNotes notes) {
        double best = nearest.stream().mapToDouble(Found::confidence).max().orElse(0);
        if (notes.has(Note.EXPIRED)) {
            return Reasons.ENTRY_EXPIRED;
        }
        return best == 0 ? Reasons.NOTHING_FOUND : Reasons.belowDraft(best, thresholds.draft());
    }
}
