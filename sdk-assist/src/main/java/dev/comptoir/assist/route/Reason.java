package dev.comptoir.assist.route;

import dev.comptoir.assist.understand.Language;

/**
 * One reason, for the staff. Immutable. Holds figures, never words of the customer.
 *
 * @param code what a program may act on
 * @param french the reason in French
 * @param english the reason in English
 * @param staff the language of the business's staff
 */
public record Reason(ReasonCode code, String french, String english, Language staff) {
    Reason(ReasonCode code, String french, String english) {
        this(code, french, english, Language.FRENCH);
    }

    /** The reason in the language of the staff. */
    public String text() {
        return staff.choose(french, english);
    }

    /** The same for a staff of another language. */
    public Reason forStaff(Language staff) {
        return new Reason(code, french, english, staff);
    }
}
