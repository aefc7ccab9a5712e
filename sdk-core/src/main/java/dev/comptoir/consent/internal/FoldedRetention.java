package dev.comptoir.consent.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.consent.ErasureCertificate;
import dev.comptoir.consent.Retention;
import dev.comptoir.consent.RetentionDue;
import dev.comptoir.consent.RetentionPolicy;
import dev.comptoir.consent.RetentionReport;
import dev.comptoir.consent.RetentionRun;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.event.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Retention over an event log. Holds nothing and needs no lock. */
public final class FoldedRetention implements Retention {
    private final EventLog log;
    private final RetentionPolicy policy;
    private final BusinessSettings settings;
    private final Clock clock;
    private static final int ERASED_AT_ONCE = 5_000;

    private final Eraser eraser;
    private final int customersAtOnce;

    public FoldedRetention(
            EventLog log, RetentionPolicy policy, BusinessSettings settings, Clock clock, Eraser eraser) {
        this(log, policy, settings, clock, eraser, CustomerScan.CUSTOMERS_AT_ONCE);
    }

    FoldedRetention(
            EventLog log,
            RetentionPolicy policy,
            BusinessSettings settings,
            Clock clock,
            Eraser eraser,
            int customersAtOnce) {
        this.eraser = eraser;
        this.log = log;
        this.policy = policy;
        this.settings = settings;
        this.clock = clock;
        this.customersAtOnce = customersAtOnce;
    }

    @Override
    public RetentionPolicy policy() {
        return policy;
    }

    @Override
    public RetentionReport dryRun(Consumer<? super RetentionDue> consumer) {
        Count count = new Count(clock.instant());
        new CustomerScan<>(log, () -> new RetentionFold(policy), RetentionFold::add, customersAtOnce)
                .forEach((customer, fold) -> count.add(customer, fold, consumer));
        return new RetentionReport(count.now, count.customers, count.due, count.events, count.datedAhead);
    }

    @Override
    public RetentionRun run(String actor, Consumer<? super ErasureCertificate> consumer) {
        // Whoever gets a new event from here on is not erased.
        long seen = log.lastSequence();
        List<SubjectRequest> due = new ArrayList<>();
        String reference = "retention " + policy.keep();
        RetentionReport found = dryRun(customer -> due.add(new SubjectRequest(customer.customer(), actor, reference)));
        long erased = 0;
        for (int from = 0; from < due.size(); from += ERASED_AT_ONCE) {
            List<ErasureCertificate> certificates =
                    eraser.erase(due.subList(from, Math.min(due.size(), from + ERASED_AT_ONCE)), seen);
            erased += certificates.size();
            certificates.forEach(consumer);
        }
        RetentionRun run = new RetentionRun(found, erased, due.size() - erased);
        eraser.note(
                actor,
                "period " + policy.keep() + ", due " + found.due() + ", erased " + erased + ", left alone "
                        + run.leftAlone());
        return run;
    }

    private final class Count {
        private final Instant now;
        private long customers;
        private long due;
        private long events;
        private long datedAhead;

        Count(Instant now) {
            this.now = now;
        }

        void add(CustomerId customer, RetentionFold fold, Consumer<? super RetentionDue> consumer) {
            customers++;
            RetentionFold.Mark mark = fold.mark();
            if (mark.at().isAfter(now)) {
                datedAhead++;
                return;
            }
            Instant dueSince = policy.dueSince(mark.at(), settings.zone());
            if (!dueSince.isAfter(now)) {
                due++;
                events += fold.events();
                consumer.accept(new RetentionDue(
                        customer, dueSince, fold.basis(), mark.event(), mark.at(), fold.events(), settings));
            }
        }
    }
}
