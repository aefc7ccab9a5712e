package dev.comptoir.segment;

import dev.comptoir.profile.fact.Facts;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A group of customers of whom a rule holds. Immutable.
 *
 * @param id how it is kept in events: 1 to 100 characters, words of a to z and 0 to 9, joined by hyphens or dots
 * @param nameFrench what the staff reads in French, 1 to 100 characters
 * @param nameEnglish what the staff reads in English, 1 to 100 characters
 * @param rule what must hold
 */
public record Segment(String id, String nameFrench, String nameEnglish, Rule rule) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int MAX_LENGTH = 100;

    public Segment {
        if (id.length() > MAX_LENGTH || !FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("The id of a segment must be 1 to " + MAX_LENGTH
                    + " characters, words of a to z and 0 to 9, joined by hyphens or dots."
                    + " Maybe write it like regular-customers?");
        }
        checkName("French", nameFrench);
        checkName("English", nameEnglish);
    }

    /** The name in French for a French locale, otherwise in English. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("fr") ? nameFrench : nameEnglish;
    }

    /**
     * Whether somebody belongs to it, and why or why not.
     *
     * @param facts what is known of the customer
     * @param today the local day of the business
     */
    public SegmentReason explain(Facts facts, LocalDate today) {
        return SegmentReason.of(this, facts, today);
    }

    private static void checkName(String language, String name) {
        if (name.isBlank() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("The " + language + " name of a segment has " + name.length()
                    + " characters; 1 to " + MAX_LENGTH + " are allowed, not all of them blanks.");
        }
    }
}
