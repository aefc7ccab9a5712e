package dev.comptoir.assist;

import dev.comptoir.assist.retrieve.MatchScore;

/**
 * An entry of the knowledge that a reply rests on. Immutable.
 *
 * @param entryId the entry
 * @param question its question or title
 * @param passage the sentences of its answer that share most with the customer's question, word for word
 * @param score why it was found
 */
public record Citation(String entryId, String question, String passage, MatchScore score) {}
