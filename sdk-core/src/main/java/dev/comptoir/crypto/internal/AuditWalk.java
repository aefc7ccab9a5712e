package dev.comptoir.crypto.internal;

import dev.comptoir.audit.AuditCheck;
import dev.comptoir.audit.AuditHead;
import dev.comptoir.crypto.internal.AuditChain.Link;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Follows the chain of an audit log from its first entry to the end that its record names. Not thread-safe. */
public final class AuditWalk {
    private final AuditChain chain;
    private final @Nullable AuditHead known;
    private final @Nullable Link head;
    private final long end;
    private Link last = Link.NONE;
    private String finding = "";

    /**
     * Begins.
     *
     * @param sealedHead the record of the last entry; read before the entries, so that what is appended meanwhile is left aside
     * @param end the highest sequence number there was at the same moment
     * @param known a head that was kept elsewhere, or null
     */
    public AuditWalk(AuditChain chain, byte @Nullable [] sealedHead, long end, @Nullable AuditHead known) {
        this.chain = chain;
        this.end = end;
        this.known = known;
        this.head = head(chain, sealedHead);
    }

    private static @Nullable Link head(AuditChain chain, byte @Nullable [] sealed) {
        try {
            return chain.head(sealed);
        } catch (BrokenSealException e) {
            return null;
        }
    }

    /** The check of a log that does not exist yet. */
    public static AuditCheck ofNothing(@Nullable AuditHead known) {
        long entries = known == null ? 0 : known.sequence();
        return new AuditCheck(0, entries == 0, entries == 0 ? "" : "there is no log, but " + entries + " were known");
    }

    /** The sequence number of the last entry that is in order. */
    public long last() {
        return last.sequence();
    }

    /** The next entries in their order; whether more are wanted. */
    public boolean addAll(Iterable<Link> links) {
        for (Link link : links) {
            if (!finding.isEmpty() || (head != null && last.sequence() == head.sequence())) {
                return false;
            }
            finding = finding(link);
            last = finding.isEmpty() ? link : last;
        }
        return finding.isEmpty();
    }

    private String finding(Link link) {
        if (link.sequence() != last.sequence() + 1) {
            return "entry " + (last.sequence() + 1) + " is missing";
        }
        if (!MessageDigest.isEqual(chain.hash(last.hash(), link.sequence(), link.sealed()), link.hash())) {
            return "entry " + link.sequence() + " was changed, or one before it was left out";
        }
        if (known != null && known.sequence() == link.sequence() && !known.equals(AuditChain.known(link))) {
            return "entry " + link.sequence() + " is another one than was known";
        }
        try {
            chain.entry(link);
            return "";
        } catch (BrokenSealException e) {
            return "entry " + link.sequence() + " cannot be decrypted";
        }
    }

    /** The outcome, after all entries. */
    public AuditCheck finish() {
        if (finding.isEmpty()) {
            finding = findingAtTheEnd();
        }
        return new AuditCheck(last.sequence(), finding.isEmpty(), finding);
    }

    private String findingAtTheEnd() {
        if (head == null) {
            return "the record of the last entry was changed";
        }
        if (!AuditChain.known(head).equals(AuditChain.known(last))) {
            return "the log ends at entry " + last.sequence() + ", but its last was " + head.sequence();
        }
        if (end > last.sequence()) {
            return "there is an entry after the last, " + last.sequence();
        }
        if (known != null && known.sequence() > last.sequence()) {
            return "the log ends at entry " + last.sequence() + ", but " + known.sequence() + " were known";
        }
        return "";
    }
}
