package dev.comptoir.consent.internal;

import dev.comptoir.consent.ConsentGround;
import dev.comptoir.consent.ConsentPolicy;
import dev.comptoir.consent.Purpose;
import dev.comptoir.consent.Statement;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.Event;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The one statement of one customer on one purpose that decides at one moment, whatever order the events come in. */
final class ConsentFold {
    /** The greatest decides: the latest; then a no; then the earliest expiry; then, only to name the same one always, the id. */
    private static final Comparator<Statement> WEIGHT = Comparator.comparing(Statement::at)
            .thenComparing(statement -> statement.status() != ConsentChange.Status.GRANTED)
            .thenComparing(ConsentFold::expiry, Comparator.reverseOrder())
            .thenComparing(Statement::event, Comparator.reverseOrder());

    private final Purpose purpose;
    private final Instant now;
    private @Nullable Statement deciding;

    ConsentFold(Purpose purpose, Instant now) {
        this.purpose = purpose;
        this.now = now;
    }

    void add(Event event) {
        if (event instanceof ConsentChange change && !change.at().isAfter(now) && purpose.isOf(change)) {
            Statement statement = Statement.of(change);
            if (deciding == null || WEIGHT.compare(statement, deciding) > 0) {
                deciding = statement;
            }
        }
    }

    @Nullable
    Statement deciding() {
        return deciding;
    }

    ConsentGround ground(ConsentPolicy policy) {
        Statement last = deciding;
        if (last == null) {
            return policy.legitimateInterests().contains(purpose)
                    ? ConsentGround.LEGITIMATE_INTEREST
                    : ConsentGround.NO_STATEMENT;
        }
        return switch (last.status()) {
            case GRANTED -> expiry(last).isAfter(now) ? ConsentGround.GRANTED : ConsentGround.EXPIRED;
            case DENIED -> ConsentGround.DENIED;
            case REVOKED -> ConsentGround.REVOKED;
        };
    }

    private static Instant expiry(Statement statement) {
        Instant expires = statement.expires();
        return expires == null ? Instant.MAX : expires;
    }
}
