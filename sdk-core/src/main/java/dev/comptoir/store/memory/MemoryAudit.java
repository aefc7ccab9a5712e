package dev.comptoir.store.memory;

import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditCheck;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.audit.AuditHead;
import dev.comptoir.crypto.internal.AuditChain;
import dev.comptoir.crypto.internal.AuditChain.Link;
import dev.comptoir.crypto.internal.AuditWalk;
import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.store.AuditStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit log in memory, with the same chain as on disk. Thread-safe by one lock. */
final class MemoryAudit implements AuditStore {
    private final AuditChain chain;
    private final Runnable ensureOpen;
    private final List<Link> links = new ArrayList<>();

    MemoryAudit(BusinessKeys keys, Runnable ensureOpen) {
        this.chain = new AuditChain(keys);
        this.ensureOpen = ensureOpen;
    }

    @Override
    public synchronized AuditEntry append(AuditDraft draft) {
        ensureOpen.run();
        Link link = chain.next(last(), draft);
        links.add(link);
        return chain.entry(link);
    }

    private Link last() {
        return links.isEmpty() ? Link.NONE : links.get(links.size() - 1);
    }

    @Override
    public synchronized List<AuditEntry> page(long afterSequence, int limit) {
        ensureOpen.run();
        return links.stream().skip(afterSequence).limit(limit).map(chain::entry).toList();
    }

    @Override
    public synchronized AuditCheck verify(@Nullable AuditHead known) {
        AuditWalk walk = new AuditWalk(chain, chain.sealHead(last()), links.size(), known);
        walk.addAll(links);
        return walk.finish();
    }

    @Override
    public synchronized AuditHead head() {
        return AuditChain.known(last());
    }

    @Override
    public synchronized String subject(CustomerId customer) {
        return chain.subject(customer);
    }
}
