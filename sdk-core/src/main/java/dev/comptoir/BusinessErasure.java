package dev.comptoir;

import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.audit.AuditLog;
import dev.comptoir.consent.Erasure;
import dev.comptoir.consent.ErasureCertificate;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.consent.internal.Eraser;
import dev.comptoir.store.Erasing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Erasure in one business, over whichever store it has. */
final class BusinessErasure implements Erasure, Eraser {
    private final BusinessId id;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    BusinessErasure(BusinessId id, Sessions sessions, AuditLog audit, Clock clock) {
        this.id = id;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ErasureCertificate erase(SubjectRequest request) {
        return eraseAll(List.of(request)).get(0);
    }

    @Override
    public List<ErasureCertificate> eraseAll(Collection<SubjectRequest> requests) {
        return erase(requests, Long.MAX_VALUE);
    }

    @Override
    public List<ErasureCertificate> erase(Collection<SubjectRequest> requests, long upToSequence) {
        Map<CustomerId, SubjectRequest> byCustomer = new LinkedHashMap<>();
        requests.forEach(request -> byCustomer.putIfAbsent(request.customer(), request));
        if (byCustomer.isEmpty()) {
            return List.of();
        }
        List<Erasing.Target> targets = byCustomer.keySet().stream()
                .map(customer -> new Erasing.Target(customer, upToSequence))
                .toList();
        Map<CustomerId, ErasureCertificate> certificates = new LinkedHashMap<>();
        List<CustomerId> erased = sessions.with(
                id,
                session -> session.store().erase(targets, (gone, signer) -> {
                    SubjectRequest request = Objects.requireNonNull(byCustomer.get(gone.customer()));
                    ErasureCertificate certificate = ErasureCertificate.of(
                            id,
                            clock.instant(),
                            gone.events(),
                            gone.eventsHash(),
                            request.reference(),
                            signer.publicKey(),
                            signer::sign);
                    certificates.put(gone.customer(), certificate);
                    return new AuditDraft(
                            certificate.at(),
                            AuditAction.ERASURE,
                            request.actor(),
                            gone.customer(),
                            certificate.toJson());
                }));
        return erased.stream()
                .map(customer -> Objects.requireNonNull(certificates.get(customer)))
                .toList();
    }

    @Override
    public List<ErasureCertificate> certificates() {
        List<ErasureCertificate> certificates = new ArrayList<>();
        audit.forEach(entry -> {
            if (entry.action() == AuditAction.ERASURE) {
                certificates.add(ErasureCertificate.parse(entry.detail()));
            }
        });
        return certificates;
    }

    @Override
    public void note(String actor, String detail) {
        audit.append(new AuditDraft(clock.instant(), AuditAction.RETENTION_RUN, actor, null, detail));
    }
}
