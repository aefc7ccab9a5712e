package dev.comptoir.rights;

import dev.comptoir.BusinessId;
import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.audit.AuditLog;
import dev.comptoir.consent.ConsentDecision;
import dev.comptoir.consent.ConsentLedger;
import dev.comptoir.consent.Purpose;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.EventLog;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.Profiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that is kept of one customer: every event, every value of the profile with its reason, consents with their evidence, and
 * what was done with the data. As JSON for another system (portability), as a page for people (access). Thread-safe; reads
 * the business anew whenever it is written, event by event, so that a customer with a million events needs no more memory than
 * one with ten.
 */
public final class CustomerExport {
    private final BusinessId business;
    private final CustomerId customer;
    private final EventLog events;
    private final Profiles profiles;
    private final ConsentLedger consents;
    private final AuditLog audit;
    private final BusinessSettings settings;
    private final Clock clock;

    /** Used by {@link dev.comptoir.Business#export}. */
    public CustomerExport(
            BusinessId business,
            CustomerId customer,
            EventLog events,
            Profiles profiles,
            ConsentLedger consents,
            AuditLog audit,
            BusinessSettings settings,
            Clock clock) {
        this.business = business;
        this.customer = customer;
        this.events = events;
        this.profiles = profiles;
        this.consents = consents;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes the JSON form, UTF-8, as {@code docs/formats.md} has it; the stream stays open.
     *
     * @throws IOException if the stream does
     */
    public void writeJson(OutputStream out) throws IOException {
        new JsonExport(this).writeTo(out);
    }

    /**
     * Writes a page, UTF-8, in one piece and without links to anywhere; the stream stays open.
     *
     * @param locale French for a French locale, otherwise English
     * @throws IOException if the stream does
     */
    public void writeHtml(OutputStream out, Locale locale) throws IOException {
        new HtmlExport(this, locale).writeTo(out);
    }

    /** The JSON form as one text. Holds all of it in memory. */
    public String json() {
        return text(this::writeJson);
    }

    /** The page in the business's language as one text. Holds all of it in memory. */
    public String html() {
        return text(out -> writeHtml(out, settings.language()));
    }

    BusinessId business() {
        return business;
    }

    CustomerId customer() {
        return customer;
    }

    EventLog events() {
        return events;
    }

    Profile profile() {
        return profiles.get(customer);
    }

    List<ConsentChange> statements() {
        return consents.history(customer);
    }

    /** One for each purpose that the customer ever said something about, in the order of their names. */
    List<ConsentDecision> decisions() {
        Set<Purpose> purposes = new TreeSet<>();
        for (ConsentChange statement : statements()) {
            try {
                purposes.add(Purpose.of(statement.purpose().strip().toLowerCase(Locale.ROOT)));
            } catch (IllegalArgumentException notAPurpose) {
                // Named freely by another system; the statement itself is in the list.
            }
        }
        return purposes.stream()
                .map(purpose -> consents.status(customer, purpose))
                .toList();
    }

    List<AuditEntry> entries() {
        return audit.about(customer);
    }

    BusinessSettings settings() {
        return settings;
    }

    Instant now() {
        return clock.instant();
    }

    private static String text(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail.", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private interface Writing {
        void writeTo(OutputStream out) throws IOException;
    }
}
