package dev.comptoir.consent.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.consent.Retention;
import dev.comptoir.consent.RetentionDue;
import dev.comptoir.consent.RetentionPolicy;
import dev.comptoir.consent.RetentionReport;
import dev.comptoir.event.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** Retention over an event log. Holds nothing and needs no lock. */
public final class FoldedRetention implements Retention {
    private final EventLog log;
    private final RetentionPolicy policy;
    private final BusinessSettings settings;
    private final Clock clock;
    private final int customersAtOnce;

    public FoldedRetention(EventLog log, RetentionPolicy policy, BusinessSettings settings, Clock clock) {
        this(log, policy, settings, clock, CustomerScan.CUSTOMERS_AT_ONCE);
    }

    FoldedRetention(EventLog log, RetentionPolicy policy, BusinessSettings settings, Clock clock, int customersAtOnce) {
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
