package dev.comptoir;

import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.audit.AuditLog;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.consent.ConsentLedger;
import dev.comptoir.consent.ConsentPolicy;
import dev.comptoir.consent.Erasure;
import dev.comptoir.consent.Purpose;
import dev.comptoir.consent.Retention;
import dev.comptoir.consent.RetentionPolicy;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.consent.internal.FoldedConsents;
import dev.comptoir.consent.internal.FoldedRetention;
import dev.comptoir.event.EventLog;
import dev.comptoir.forecast.FittedForecasts;
import dev.comptoir.forecast.Forecasts;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.Profiles;
import dev.comptoir.profile.internal.FoldedProfiles;
import dev.comptoir.rights.CustomerExport;
import dev.comptoir.store.SnapshotStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * One business: its events, its catalogue, what is known of its customers. A light handle, thread-safe; get it anew or keep it,
 * as you like: its files are opened when they are needed and closed when they are idle.
 */
public final class Business {
    private final BusinessId id;
    private final BusinessSettings settings;
    private final Sessions sessions;
    private final Clock clock;
    private final long seed;
    private final Executor executor;
    private final EventLog events;
    private final Catalog catalog;
    private final Profiles profiles;
    private final ConsentLedger consents;
    private final AuditLog audit;
    private final BusinessErasure erasure;

    Business(
            BusinessId id,
            BusinessSettings settings,
            ConsentPolicy consentPolicy,
            Sessions sessions,
            Clock clock,
            long seed,
            Executor executor,
            Limits limits) {
        this.id = id;
        this.settings = settings;
        this.sessions = sessions;
        this.clock = clock;
        this.seed = seed;
        this.executor = executor;
        this.events = new BusinessEventLog(id, sessions, limits);
        this.catalog = new BusinessCatalog(id, sessions);
        this.profiles = new FoldedProfiles(events, catalog, clock, () -> sessions.with(id, Session::totals));
        this.audit = new BusinessAuditLog(id, sessions);
        this.erasure = new BusinessErasure(id, sessions, audit, clock);
        this.consents = new FoldedConsents(events, consentPolicy, settings, clock);
    }

    public BusinessId id() {
        return id;
    }

    public BusinessSettings settings() {
        return settings;
    }

    /** What happened. */
    public EventLog events() {
        return events;
    }

    /** What is sold. */
    public Catalog catalog() {
        return catalog;
    }

    /** Who the customers are. */
    public Profiles profiles() {
        return profiles;
    }

    /**
     * One customer's profile, for a purpose that they must have allowed.
     *
     * @throws dev.comptoir.error.ConsentRequiredException if they have not, or no longer do
     */
    public Profile profile(CustomerId customer, Purpose purpose) {
        consents.require(customer, purpose);
        return profiles.get(customer);
    }

    /**
     * What is to be expected of the customers, as of the end of yesterday. The first call of a day reads all receipts, and each
     * model is fitted when it is first asked for; they stay in memory while the business is open. Cost: a second or two for some
     * thousand customers.
     */
    public Forecasts forecasts() {
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), settings.zone()).minusDays(1);
        // Read before the log: who is erased while it is read is noticed by the next call.
        long erasures = events.erasures();
        Session.Outlook known = sessions.with(id, session -> Optional.ofNullable(session.outlook()))
                .orElse(null);
        if (known != null
                && known.erasures() == erasures
                && known.forecasts().asOf().equals(yesterday)) {
            return known.forecasts();
        }
        Forecasts read = FittedForecasts.read(events, catalog, settings, yesterday, seed);
        return sessions.with(id, session -> {
            session.keep(new Session.Outlook(read, erasures));
            return read;
        });
    }

    /** What the customers allowed. */
    public ConsentLedger consents() {
        return consents;
    }

    /** Who is kept longer than a policy allows; for a shop in France {@link RetentionPolicy#frenchRetail()}. */
    public Retention retention(RetentionPolicy policy) {
        return new FoldedRetention(events, policy, settings, clock, erasure);
    }

    /** Forgets customers, and proves it. */
    public Erasure erasure() {
        return erasure;
    }

    /** All that is kept of one customer, to hand over to them; written into the audit log. */
    public CustomerExport export(SubjectRequest request) {
        audit.append(new AuditDraft(
                clock.instant(), AuditAction.ACCESS, request.actor(), request.customer(), request.reference()));
        return new CustomerExport(id, request.customer(), events, profiles, consents, audit, settings, clock);
    }

    /** What was done with customers' data. */
    public AuditLog audit() {
        return audit;
    }

    /** What was derived from the events and is kept so that it need not be derived again. */
    public SnapshotStore snapshots() {
        return new BusinessSnapshots(id, sessions);
    }

    /**
     * Writes all that is kept of this business, as of now, into a new file: durable when this returns. Appends go on meanwhile,
     * and are not in it. Takes the time of reading and writing the whole file, and as much space;
     * {@link Comptoir#restore} puts it back.
     *
     * @param target a file that does not exist, in a folder that does
     * @throws IllegalArgumentException if the file exists: nothing is ever overwritten
     * @throws UnsupportedOperationException if this engine keeps everything in memory
     * @throws dev.comptoir.error.StoreException if it could not be written; then there is no such file
     */
    public void backup(Path target) {
        sessions.with(id, session -> {
            session.store().backup(target);
            return target;
        });
        audit.append(new AuditDraft(clock.instant(), AuditAction.BACKUP, "comptoir", null, ""));
    }

    /** What tells the time in this engine. */
    public Clock clock() {
        return clock;
    }

    /** Where everything random begins in this engine. */
    public long seed() {
        return seed;
    }

    /** Where asynchronous calls of this engine run. */
    public Executor executor() {
        return executor;
    }

    @Override
    public String toString() {
        return "Business " + id;
    }
}
