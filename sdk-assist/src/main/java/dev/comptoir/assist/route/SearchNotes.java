package dev.comptoir.assist.route;

/**
 * How the search for a message went. Immutable.
 *
 * @param degraded whether the embedding model failed and words alone were compared
 * @param focused whether a question was found only without the sentences around it
 */
public record SearchNotes(boolean degraded, boolean focused) {}
