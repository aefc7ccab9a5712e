package dev.comptoir.consent;

import dev.comptoir.CustomerId;

/**
 * What a person asks to be done with their data, or what the merchant does of itself. Immutable; every {@code with} method gives
 * a changed copy.
 *
 * @param customer whose data
 * @param actor who does it, as the vendor names the staff or a program: 1 to 200 characters
 * @param reference what it is filed under elsewhere, for example a ticket's number; at most 200 characters without control
 *     characters. It stays when the data are erased, so no names, please
 */
public record SubjectRequest(CustomerId customer, String actor, String reference) {
    private static final int MAX_LENGTH = 200;

    public SubjectRequest {
        check("actor", actor);
        check("reference", reference);
        if (actor.isBlank()) {
            throw new IllegalArgumentException("The actor of a request must not be blank.");
        }
    }

    /** A request of this customer, done by somebody not named, without a reference. */
    public static SubjectRequest of(CustomerId customer) {
        return new SubjectRequest(customer, "staff", "");
    }

    public SubjectRequest withActor(String actor) {
        return new SubjectRequest(customer, actor, reference);
    }

    public SubjectRequest withReference(String reference) {
        return new SubjectRequest(customer, actor, reference);
    }

    private static void check(String what, String text) {
        if (text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The " + what + " of a request has " + text.length()
                    + " characters; at most " + MAX_LENGTH + " are allowed, and no control characters.");
        }
    }

    /** What it is filed under; not whom it concerns, so that it may be logged. */
    @Override
    public String toString() {
        return "request " + reference;
    }
}
