package dev.comptoir.segment.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.profile.fact.Facts;
import java.util.List;

/** Where facts come from. Thread-safe. */
interface FactSource {
    /** What is known now, in the order of the customers. */
    List<Facts> of(List<CustomerId> customers);

    /** What a fact may change with; for a name that is not known, anything. */
    Dependence dependence(String fact);
}
