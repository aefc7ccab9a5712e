package dev.comptoir.assist.route;

import dev.comptoir.assist.retrieve.Match;
import dev.comptoir.assist.retrieve.MatchScore;
import dev.comptoir.assist.route.Route.Found;
import dev.comptoir.assist.route.Route.Outcome;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.Signal;
import dev.comptoir.assist.understand.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides between answer, draft and hand-over by a plain, conservative rule. Immutable.
 *
 * <p>Signals that hand over do so before anything is searched. Without an entry above the draft
 * threshold there is no draft. An answer needs all of: leave by the merchant; one question; a language told from its words and
 * an entry in it; nearly all the question's words in the entry's question and keywords, and half of the entry's question in
 * the customer's; a clear distance to the second best entry; the same best entry by words and, where the embedding model is
 * trusted in that language, by meaning. Embeddings can only forbid an answer, never earn one.
 */
public final class Router {
    static final int MAX_QUESTIONS = 5;

    private final Thresholds thresholds;
    private final boolean mayAnswer;

    public Router(Thresholds thresholds, boolean mayAnswer) {
        this.thresholds = thresholds;
        this.mayAnswer = mayAnswer;
    }

    /** The decision that needs no search: a message that goes to a human whatever the knowledge holds. */
    public Optional<Route> beforeSearch(Understanding message, boolean knowledgeIsEmpty) {
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
        if (reasons.isEmpty() && knowledgeIsEmpty) {
            reasons.add(Reasons.NO_KNOWLEDGE);
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(Route.handoff(reasons));
    }

    /** Whether an entry may stand in a draft. */
    public boolean isUsable(List<Match> matches) {
        return !matches.isEmpty() && matches.get(0).score().confidence() >= thresholds.draft();
    }

    /**
     * The decision after the search.
     *
     * @param matches for each question of the message its entries, best first
     * @param language the language of the reply
     * @param notes how the search went
     */
    public Route afterSearch(Understanding message, List<List<Match>> matches, Language language, SearchNotes notes) {
        List<Found> found = new ArrayList<>();
        List<Found> nearest = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            List<Match> ofQuestion = matches.get(i);
            if (!ofQuestion.isEmpty()) {
                Found best = new Found(message.questions().get(i), ofQuestion.get(0));
                (isUsable(ofQuestion) ? found : nearest).add(best);
            }
            if (!isUsable(ofQuestion)) {
                open.add(i + 1);
            }
        }
        if (found.isEmpty()) {
            return new Route(Outcome.HANDOFF, List.of(notFound(nearest)), nearest);
        }
        List<Reason> doubts = doubts(message, matches, found, open, language);
        if (notes.focused()) {
            doubts.add(Reasons.CONTEXT_LEFT_OUT);
        }
        if (notes.degraded()) {
            doubts.add(Reasons.EMBEDDINGS_FAILED);
        }
        if (doubts.isEmpty() && mayAnswer) {
            return new Route(
                    Outcome.ANSWER, List.of(Reasons.certain(found.get(0).match().score())), found);
        }
        if (!mayAnswer) {
            doubts.add(0, Reasons.MODE_DRAFT);
        }
        return new Route(Outcome.DRAFT, doubts, found);
    }

    private Reason notFound(List<Found> nearest) {
        double best = nearest.stream()
                .mapToDouble(found -> found.match().score().confidence())
                .max()
                .orElse(0);
        return best == 0 ? Reasons.NOTHING_FOUND : Reasons.belowDraft(best, thresholds.draft());
    }

    private List<Reason> doubts(
            Understanding message,
            List<List<Match>> matches,
            List<Found> found,
            List<Integer> open,
            Language language) {
        List<Reason> doubts = new ArrayList<>();
        if (message.signals().contains(Signal.SENSITIVE)) {
            doubts.add(Reasons.of(Signal.SENSITIVE));
        }
        if (!open.isEmpty()) {
            doubts.add(Reasons.partlyUnanswered(open));
        }
        if (message.questions().size() > 1) {
            doubts.add(Reasons.severalQuestions(message.questions().size()));
        }
        if (found.stream().anyMatch(f -> f.match().entry().language() != language)) {
            doubts.add(Reasons.OTHER_LANGUAGE);
        }
        if (message.language().isEmpty()) {
            doubts.add(Reasons.LANGUAGE_UNKNOWN);
        }
        if (message.questions().size() == 1) {
            addDoubtsAboutMatch(matches.get(0), doubts);
        }
        return doubts;
    }

    private void addDoubtsAboutMatch(List<Match> matches, List<Reason> doubts) {
        MatchScore best = matches.get(0).score();
        if (best.headCoverage() < thresholds.answer()) {
            doubts.add(Reasons.belowAnswer(best.headCoverage(), thresholds.answer()));
        }
        if (best.entryCoverage() < thresholds.entry()) {
            doubts.add(Reasons.entryAsksMore(best.entryCoverage(), thresholds.entry()));
        }
        double margin = margin(matches);
        if (margin < thresholds.margin()) {
            doubts.add(Reasons.runnerUp(margin, thresholds.margin()));
        }
        if (best.lexicalRank() != 1 || (best.denseTrusted() && best.denseRank() != 1)) {
            doubts.add(Reasons.RETRIEVERS_DISAGREE);
        }
    }

    /** How far the next entry by words lies behind the best, as a share of the best's score; 1 where there is no other. */
    static double margin(List<Match> matches) {
        double best = matches.get(0).score().lexical();
        double next = matches.stream()
                .skip(1)
                .mapToDouble(match -> match.score().lexical())
                .max()
                .orElse(0);
        return best <= 0 ? 0 : 1 - next / best;
    }
}
