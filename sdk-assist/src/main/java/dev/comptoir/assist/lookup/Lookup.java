package dev.comptoir.assist.lookup;

import java.util.Optional;

/**
 * Answers one kind of question from what is true now. An implementation is thread-safe, only reads, and returns within
 * milliseconds or by the request's deadline; what it throws costs only the fact, not the reply.
 */
public interface Lookup {
    /** What it looks up, for citations: lower case and hyphens, for example {@code opening-hours}. */
    String name();

    /** The fact that answers the question; empty where the question is about something else or the fact is not known. */
    Optional<LiveFact> find(LookupRequest request);

    /** Whether the question is one for this look-up, and only the order's number is missing. No unless overridden. */
    default boolean needsOrder(LookupRequest request) {
        return false;
    }
}
