package dev.comptoir.consent;

import dev.comptoir.CustomerId;
import dev.comptoir.event.ConsentChange;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a customer's data may be used for. A few are given here, vendors add their own. Each way of contacting somebody is a
 * purpose of its own. Immutable.
 *
 * @param name how it is kept: 1 to 100 characters, words of lower-case letters a to z and digits, joined by hyphens or dots
 */
public record Purpose(String name) implements Comparable<Purpose> {
    // Above the constants, which are checked by it.
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int MAX_LENGTH = 100;

    /** News and offers by mail. */
    public static final Purpose NEWSLETTER = new Purpose("newsletter");
    /** Offers by phone or text message. */
    public static final Purpose PHONE_MARKETING = new Purpose("phone-marketing");
    /** A profile, and recommendations from it. */
    public static final Purpose PROFILING = new Purpose("profiling");
    /** What a customer bought and wrote before, used in replies. */
    public static final Purpose REPLY_HISTORY = new Purpose("reply-history");
    /** Processing by a service outside of the business, such as a model in the cloud. */
    public static final Purpose CLOUD_PROCESSING = new Purpose("cloud-processing");

    public Purpose {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a purpose must not be blank.");
        }
        if (name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("The name of a purpose has " + name.length() + " characters; at most "
                    + MAX_LENGTH + " are allowed.");
        }
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of a purpose must be words of a to z and 0 to 9, joined by"
                    + " hyphens or dots. Maybe write it like birthday-offer?");
        }
    }

    /** A purpose of the vendor's own. */
    public static Purpose of(String name) {
        return new Purpose(name);
    }

    /** Begins the statement of a customer who allows this. */
    public ConsentChange.Builder granted(CustomerId customer) {
        return ConsentChange.granted(customer, name);
    }

    /** Begins the statement of a customer who was asked and said no, or who objects. */
    public ConsentChange.Builder denied(CustomerId customer) {
        return ConsentChange.denied(customer, name);
    }

    /** Begins the statement of a customer who takes back having allowed this. */
    public ConsentChange.Builder revoked(CustomerId customer) {
        return ConsentChange.revoked(customer, name);
    }

    /** Whether a statement is about this: its purpose has this name, whatever its case and the blanks around it. */
    public boolean isOf(ConsentChange statement) {
        return statement.purpose().strip().equalsIgnoreCase(name);
    }

    /** What to call it in front of people: French for a French locale, otherwise English; a vendor's own has its name. */
    public String label(Locale locale) {
        return ConsentTexts.label(this, locale);
    }

    @Override
    public int compareTo(Purpose other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
