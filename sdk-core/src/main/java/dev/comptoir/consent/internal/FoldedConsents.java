package dev.comptoir.consent.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.consent.ConsentDecision;
import dev.comptoir.consent.ConsentGround;
import dev.comptoir.consent.ConsentLedger;
import dev.comptoir.consent.ConsentPolicy;
import dev.comptoir.consent.ConsentReport;
import dev.comptoir.consent.Purpose;
import dev.comptoir.error.ConsentRequiredException;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The ledger over an event log. Holds nothing, so it is never behind, and needs no lock. */
public final class FoldedConsents implements ConsentLedger {
    private final EventLog events;
    private final ConsentPolicy policy;
    private final BusinessSettings settings;
    private final Clock clock;
    private final int customersAtOnce;

    public FoldedConsents(EventLog events, ConsentPolicy policy, BusinessSettings settings, Clock clock) {
        this(events, policy, settings, clock, CustomerScan.CUSTOMERS_AT_ONCE);
    }

    FoldedConsents(EventLog events, ConsentPolicy policy, BusinessSettings settings, Clock clock, int customersAtOnce) {
        this.events = events;
        this.policy = policy;
        this.settings = settings;
        this.clock = clock;
        this.customersAtOnce = customersAtOnce;
    }

    @Override
    public ConsentDecision status(CustomerId customer, Purpose purpose) {
        ConsentFold fold = new ConsentFold(purpose, clock.instant());
        events.read(EventQuery.all().of(customer), fold::add);
        return decision(customer, purpose, fold);
    }

    @Override
    public ConsentDecision require(CustomerId customer, Purpose purpose) {
        ConsentDecision decision = status(customer, purpose);
        if (!decision.permitted()) {
            throw new ConsentRequiredException(purpose.name(), decision.ground().name());
        }
        return decision;
    }

    @Override
    public List<ConsentChange> history(CustomerId customer) {
        List<ConsentChange> history = new ArrayList<>();
        events.read(EventQuery.all().of(customer), event -> {
            if (event instanceof ConsentChange change) {
                history.add(change);
            }
        });
        return history;
    }

    @Override
    public ConsentReport contactable(Purpose purpose, Consumer<? super ConsentDecision> consumer) {
        Instant now = clock.instant();
        Map<ConsentGround, Long> counts = new EnumMap<>(ConsentGround.class);
        new CustomerScan<>(events, () -> new ConsentFold(purpose, now), ConsentFold::add, customersAtOnce)
                .forEach((customer, fold) -> {
                    ConsentDecision decision = decision(customer, purpose, fold);
                    counts.merge(decision.ground(), 1L, Long::sum);
                    consumer.accept(decision);
                });
        return new ConsentReport(purpose, now, counts);
    }

    private ConsentDecision decision(CustomerId customer, Purpose purpose, ConsentFold fold) {
        return new ConsentDecision(customer, purpose, fold.ground(policy), fold.deciding(), settings);
    }
}
