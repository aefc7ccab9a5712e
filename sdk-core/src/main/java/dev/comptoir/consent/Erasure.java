package dev.comptoir.consent;

import java.util.Collection;
import java.util.List;

/**
 * Forgets customers, and proves it. Thread-safe.
 *
 * <p>Gone are all events that name the customer, whatever their kind, their key, and whatever was derived from them: profiles,
 * models and snapshots are made anew from what is left. The business's file is written anew, so that none of its bytes tells
 * anything of them. Events of the same ids are not kept again, from whichever import; the customer may come back with new ones.
 *
 * <p>A backup written before still holds them; {@link dev.comptoir.Comptoir#restore} erases them again when it is brought back
 * into the same data directory. What lies elsewhere is not reached: copies made by the file system, a database's own backups,
 * systems that the data came from. Other laws may ask for receipts to be kept: that is for the vendor to know.
 */
public interface Erasure {
    /**
     * Erases one customer; of somebody unknown it certifies that nothing was kept. Done when it returns. Cost: the customer's
     * events, and writing the business's file anew, in which its appends wait.
     *
     * @throws dev.comptoir.error.StoreException if it failed; where the data are gone but their bytes not yet cleaned from the
     *     file, the message says so, and the next opening or erasure finishes it
     */
    ErasureCertificate erase(SubjectRequest request);

    /** Erases many in one go, which writes the file anew only once. The certificates come in the order of the requests. */
    List<ErasureCertificate> eraseAll(Collection<SubjectRequest> requests);

    /** Every erasure so far, oldest first, from the audit log. Reads the whole log. */
    List<ErasureCertificate> certificates();
}
