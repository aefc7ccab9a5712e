package dev.comptoir.profile;

import java.time.Instant;

/**
 * A number under which a loyalty programme knows a customer. Immutable.
 *
 * @param program the programme's name; empty where the business has but one
 * @param number the card's number
 * @param since when it was last entered
 */
public record LoyaltyCard(String program, String number, Instant since) {
    /** Names no number: it does not belong into logs. */
    @Override
    public String toString() {
        return "LoyaltyCard of " + program + " since " + since;
    }
}
