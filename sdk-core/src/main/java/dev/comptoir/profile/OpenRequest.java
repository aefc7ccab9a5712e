package dev.comptoir.profile;

import dev.comptoir.EventId;
import java.time.Instant;

/**
 * A message of a customer that nobody has answered: no message went to the customer after it, on any channel. Immutable.
 *
 * @param message the message's event
 * @param at when it came
 * @param channel how it came
 */
public record OpenRequest(EventId message, Instant at, String channel) {}
