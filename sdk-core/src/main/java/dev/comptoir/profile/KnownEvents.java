package dev.comptoir.profile;

import dev.comptoir.CustomerId;
import dev.comptoir.event.CustomEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The custom events that profiles understand. Attributes are read as written here; one that is missing or misspelt makes profiles
 * pass over the event, which stays in the log.
 */
public final class KnownEvents {
    /** The name of an event that says what a customer likes: attributes {@code kind}, {@code subject}, {@code attitude}, {@code strength}. */
    public static final String PREFERENCE_STATED = "preference-stated";

    /** The name of an event that says which card a customer has: attributes {@code program}, {@code number}, {@code status}. */
    public static final String LOYALTY_CARD = "loyalty-card";

    private KnownEvents() {}

    /**
     * The customer said to like or dislike something; of several statements about the same the latest counts.
     *
     * @param subject the product's id, the category or the topic: 1 to 200 characters
     * @param strength how strongly, above 0 and at most 1; 0.9 where nobody asked
     */
    public static CustomEvent preferenceStated(
            CustomerId customer,
            Instant at,
            Preference.Kind kind,
            String subject,
            Preference.Attitude attitude,
            double strength) {
        if (!(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException(
                    "The strength of a preference is " + strength + "; above 0 and at most 1 is allowed.");
        }
        SortedMap<String, String> attributes = statement(kind, subject, word(attitude));
        attributes.put("strength", Double.toString(strength));
        return CustomEvent.of(customer, at, PREFERENCE_STATED, attributes);
    }

    /** The customer takes back what was said about something. */
    public static CustomEvent preferenceWithdrawn(
            CustomerId customer, Instant at, Preference.Kind kind, String subject) {
        return CustomEvent.of(customer, at, PREFERENCE_STATED, statement(kind, subject, "withdrawn"));
    }

    /**
     * The customer has this card from now on.
     *
     * @param program the programme's name; empty where the business has but one
     * @param number the card's number: 1 to 200 characters
     */
    public static CustomEvent loyaltyCard(CustomerId customer, Instant at, String program, String number) {
        return CustomEvent.of(customer, at, LOYALTY_CARD, card(program, number, "active"));
    }

    /** The card is the customer's no longer. */
    public static CustomEvent loyaltyCardEnded(CustomerId customer, Instant at, String program, String number) {
        return CustomEvent.of(customer, at, LOYALTY_CARD, card(program, number, "ended"));
    }

    private static SortedMap<String, String> statement(Preference.Kind kind, String subject, String attitude) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("kind", word(kind));
        attributes.put("subject", name("subject of a preference", subject));
        attributes.put("attitude", attitude);
        return attributes;
    }

    private static SortedMap<String, String> card(String program, String number, String status) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("program", program);
        attributes.put("number", name("number of a card", number));
        attributes.put("status", status);
        return attributes;
    }

    private static String name(String what, String text) {
        if (text.isBlank() || text.length() > 200) {
            throw new IllegalArgumentException(
                    "The " + what + " has " + text.length() + " characters; 1 to 200 are allowed, not all blank.");
        }
        return text;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
