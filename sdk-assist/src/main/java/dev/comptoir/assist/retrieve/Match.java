package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.knowledge.Entry;

/**
 * An entry found for a question. Immutable.
 *
 * @param passage the sentences of the answer that share most with the question
 * @param score why it was found
 */
public record Match(Entry entry, String passage, MatchScore score) {}
