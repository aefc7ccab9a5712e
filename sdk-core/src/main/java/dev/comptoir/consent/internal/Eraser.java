package dev.comptoir.consent.internal;

import dev.comptoir.consent.ErasureCertificate;
import dev.comptoir.consent.SubjectRequest;
import java.util.Collection;
import java.util.List;

/** Erases customers, but for those who have an event kept after a sequence number. */
public interface Eraser {
    /** The certificates of those erased, in the order of the requests. */
    List<ErasureCertificate> erase(Collection<SubjectRequest> requests, long upToSequence);

    /** Writes down that a policy was run. */
    void note(String actor, String detail);
}
