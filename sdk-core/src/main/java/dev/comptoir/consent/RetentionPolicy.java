package dev.comptoir.consent;

import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How long what is known of a customer is kept after their last contact. Immutable.
 *
 * <p>Counted in the business's local days, from the day of the contact to the same day of the last month or year, or to that
 * month's last day where it is shorter; that day still belongs to the time of keeping. With three years, who came on 29
 * February 2024 is kept through 28 February 2027 and is due from the first moment of 1 March 2027. Somebody who never made
 * contact is kept as long, counted from the oldest event that names them.
 *
 * @param keep years, months and days from the last contact: more than nothing, none of them negative, at most 100 years
 * @param contacts what counts as a contact initiated by the customer: at least one of these or of the custom events
 * @param customEvents names of {@link CustomEvent}s that count too, such as a table booked
 */
public record RetentionPolicy(Period keep, Set<Contact> contacts, SortedSet<String> customEvents) {
    private static final Period LONGEST = Period.ofYears(100);

    public RetentionPolicy {
        if (keep.isZero() || keep.isNegative()) {
            throw new IllegalArgumentException("The time of keeping is " + keep
                    + ", but must be more than nothing and have no negative part. Maybe Period.ofYears(3)?");
        }
        if (isLongerThanAllowed(keep)) {
            throw new IllegalArgumentException("The time of keeping is " + keep + "; at most " + LONGEST
                    + " is allowed. Maybe days were meant, not months?");
        }
        Set<Contact> copy = EnumSet.noneOf(Contact.class);
        copy.addAll(contacts);
        contacts = Collections.unmodifiableSet(copy);
        customEvents = Collections.unmodifiableSortedSet(new TreeSet<>(customEvents));
        if (contacts.isEmpty() && customEvents.isEmpty()) {
            throw new IllegalArgumentException("Nothing counts as a contact, so that everyone would become due."
                    + " Maybe begin with RetentionPolicy.frenchRetail()?");
        }
    }

    /**
     * What is usual in French retail: three years after the last purchase, view, visit, message or feedback of the customer.
     * Messages to the customer, their being opened, and staff notes do not prolong it.
     */
    public static RetentionPolicy frenchRetail() {
        return new RetentionPolicy(
                Period.ofYears(3),
                EnumSet.of(
                        Contact.PURCHASE, Contact.VIEW, Contact.VISIT, Contact.MESSAGE_FROM_CUSTOMER, Contact.FEEDBACK),
                new TreeSet<>());
    }

    public RetentionPolicy withKeep(Period keep) {
        return new RetentionPolicy(keep, contacts, customEvents);
    }

    public RetentionPolicy withContacts(Collection<Contact> contacts) {
        return new RetentionPolicy(keep, Set.copyOf(contacts), customEvents);
    }

    public RetentionPolicy withCustomEvents(Collection<String> customEvents) {
        return new RetentionPolicy(keep, contacts, new TreeSet<>(customEvents));
    }

    /** Whether an event counts as a contact initiated by the customer. */
    public boolean isContact(Event event) {
        return event instanceof CustomEvent custom
                ? customEvents.contains(custom.name())
                : contacts.stream().anyMatch(contact -> contact.isOf(event));
    }

    /** The first moment after the time of keeping. */
    public Instant dueSince(Instant contact, ZoneId zone) {
        LocalDate lastDay = contact.atZone(zone).toLocalDate().plus(keep);
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static boolean isLongerThanAllowed(Period keep) {
        LocalDate any = LocalDate.EPOCH;
        return keep.getYears() > 100
                || keep.getMonths() > 1_200
                || keep.getDays() > 36_525
                || any.plus(keep).isAfter(any.plus(LONGEST));
    }
}
