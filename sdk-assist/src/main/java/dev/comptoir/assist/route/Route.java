package dev.comptoir.assist.route;

import dev.comptoir.assist.retrieve.Match;
import java.util.List;

/**
 * What is to be done with a message, and why. Immutable.
 *
 * @param outcome what is to be done
 * @param reasons why, the decisive ones first; at least one
 * @param found for an answer or a draft the entry for each question that has one, in the order of the questions; for a
 *     hand-over the nearest entries, which are not good enough
 */
public record Route(Outcome outcome, List<Reason> reasons, List<Found> found) {
    public Route {
        reasons = List.copyOf(reasons);
        found = List.copyOf(found);
    }

    static Route handoff(List<Reason> reasons) {
        return new Route(Outcome.HANDOFF, reasons, List.of());
    }

    /** What is to be done. */
    public enum Outcome {
        ANSWER,
        DRAFT,
        HANDOFF
    }

    /** A question of the message with the entry that speaks about it. */
    public record Found(String question, Match match) {}
}
