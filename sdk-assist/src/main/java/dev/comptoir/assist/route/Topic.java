package dev.comptoir.assist.route;

import dev.comptoir.assist.intent.IntentGuess;
import dev.comptoir.assist.lookup.LiveFact;
import dev.comptoir.assist.retrieve.Match;
import java.util.List;
import java.util.Optional;

/**
 * All that was found for one question of a message. Immutable.
 *
 * @param question the question
 * @param matches the entries of the knowledge, best first
 * @param fact what a look-up found; before all entries
 * @param guess what the intent model makes of it
 * @param needsOrder whether a look-up could answer if it knew the order's number
 */
public record Topic(
        String question,
        List<Match> matches,
        Optional<LiveFact> fact,
        Optional<IntentGuess> guess,
        boolean needsOrder) {
    public Topic {
        matches = List.copyOf(matches);
    }
}
