package dev.comptoir.consent;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What holds for customers who never said anything: no, except for the purposes named here. Which purposes may rest on a
 * legitimate interest is a question of law that the vendor and the merchant answer. Immutable.
 *
 * @param legitimateInterests purposes that are permitted until the customer says no
 */
public record ConsentPolicy(SortedSet<Purpose> legitimateInterests) {
    public ConsentPolicy {
        legitimateInterests = Collections.unmodifiableSortedSet(new TreeSet<>(legitimateInterests));
    }

    /** Nothing without a yes; what a business has unless told otherwise. */
    public static ConsentPolicy optIn() {
        return new ConsentPolicy(new TreeSet<>());
    }

    /** The same, with one more purpose that is permitted until the customer says no. */
    public ConsentPolicy withLegitimateInterest(Purpose purpose) {
        SortedSet<Purpose> more = new TreeSet<>(legitimateInterests);
        more.add(purpose);
        return new ConsentPolicy(more);
    }
}
