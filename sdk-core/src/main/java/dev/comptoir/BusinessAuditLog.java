package dev.comptoir;

import dev.comptoir.audit.AuditCheck;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.audit.AuditHead;
import dev.comptoir.audit.AuditLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The audit log of one business over whichever store it has. */
final class BusinessAuditLog implements AuditLog {
    private static final int PAGE = 1000;

    private final BusinessId id;
    private final Sessions sessions;

    BusinessAuditLog(BusinessId id, Sessions sessions) {
        this.id = id;
        this.sessions = sessions;
    }

    @Override
    public AuditEntry append(AuditDraft draft) {
        return sessions.with(id, session -> session.store().audit().append(draft));
    }

    @Override
    public void forEach(Consumer<? super AuditEntry> consumer) {
        long after = 0;
        List<AuditEntry> page;
        do {
            long from = after;
            page = sessions.with(id, session -> session.store().audit().page(from, PAGE));
            page.forEach(consumer);
            after = page.isEmpty() ? after : page.get(page.size() - 1).sequence();
        } while (page.size() == PAGE);
    }

    @Override
    public List<AuditEntry> about(CustomerId customer) {
        String subject = sessions.with(id, session -> session.store().audit().subject(customer));
        List<AuditEntry> about = new ArrayList<>();
        forEach(entry -> {
            if (!subject.isEmpty() && entry.subject().equals(subject)) {
                about.add(entry);
            }
        });
        return about;
    }

    @Override
    public AuditCheck verify() {
        return sessions.with(id, session -> session.store().audit().verify(null));
    }

    @Override
    public AuditCheck verify(AuditHead known) {
        return sessions.with(id, session -> session.store().audit().verify(known));
    }

    @Override
    public AuditHead head() {
        return sessions.with(id, session -> session.store().audit().head());
    }
}
