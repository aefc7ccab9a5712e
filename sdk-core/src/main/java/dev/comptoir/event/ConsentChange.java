package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer allowed or forbade something. Immutable.
 *
 * @param purpose what for, for example {@code newsletter}: 1 to 200 characters
 * @param status what the customer said
 * @param evidence how it is known: the form, the recording, the signed sheet; at most 1,048,576 characters
 * @param textVersion which wording the customer was shown: 1 to 200 characters, null where it is not known
 * @param channel where it was said, for example {@code web-form} or {@code till}: 1 to 200 characters, null where it is not
 *     known. It does not limit what was said
 * @param author who entered it, as the vendor names the staff, or the customer: 1 to 200 characters, null where it is not known
 * @param expires from when a grant no longer counts: after {@code at}, kept to the millisecond; null for never, and always
 *     null for a refusal or a withdrawal
 */
public record ConsentChange(
        EventId id,
        Instant at,
        CustomerId customer,
        String purpose,
        Status status,
        String evidence,
        @Nullable String textVersion,
        @Nullable String channel,
        @Nullable String author,
        @Nullable Instant expires)
        implements Event {
    public ConsentChange {
        at = Content.time(at);
        purpose = Content.name("purpose of a consent", purpose);
        evidence = Content.text("evidence of a consent", evidence);
        textVersion = textVersion == null ? null : Content.name("text version of a consent", textVersion);
        channel = channel == null ? null : Content.name("channel of a consent", channel);
        author = author == null ? null : Content.name("author of a consent", author);
        expires = expires == null ? null : Content.time(expires);
        if (expires != null && status != Status.GRANTED) {
            throw new IllegalArgumentException("A consent that is " + status
                    + " has an expiry; only one that is GRANTED may have. Maybe leave it out?");
        }
        if (expires != null && !expires.isAfter(at)) {
            throw new IllegalArgumentException("A consent given at " + at + " expires at " + expires
                    + ", which is not later. Maybe the two times were exchanged?");
        }
    }

    /** One whose id is a hash of its content, of which no more is known. */
    public static ConsentChange of(CustomerId customer, Instant at, String purpose, Status status, String evidence) {
        return new Builder(customer, purpose, status).at(at).evidence(evidence).build();
    }

    /** Begins the statement of a customer who allows something. */
    public static Builder granted(CustomerId customer, String purpose) {
        return new Builder(customer, purpose, Status.GRANTED);
    }

    /** Begins the statement of a customer who was asked and said no, or who objects. */
    public static Builder denied(CustomerId customer, String purpose) {
        return new Builder(customer, purpose, Status.DENIED);
    }

    /** Begins the statement of a customer who takes back what was allowed before. */
    public static Builder revoked(CustomerId customer, String purpose) {
        return new Builder(customer, purpose, Status.REVOKED);
    }

    /** The same under the id that the source gives it. */
    public ConsentChange withId(EventId id) {
        return new ConsentChange(id, at, customer, purpose, status, evidence, textVersion, channel, author, expires);
    }

    @Override
    public Kind kind() {
        return Kind.CONSENT_CHANGE;
    }

    /** What the customer said. */
    public enum Status {
        /** Yes. */
        GRANTED,
        /** No, when asked or unasked. */
        DENIED,
        /** No longer. */
        REVOKED
    }

    /** Collects what is known of one statement. Not thread-safe; used once. */
    public static final class Builder {
        private final CustomerId customer;
        private final String purpose;
        private final Status status;
        private @Nullable EventId id;
        private @Nullable Instant at;
        private String evidence = "";
        private @Nullable String textVersion;
        private @Nullable String channel;
        private @Nullable String author;
        private @Nullable Instant expires;

        private Builder(CustomerId customer, String purpose, Status status) {
            this.customer = customer;
            this.purpose = purpose;
            this.status = status;
        }

        /** The number that the form or the source gave it; without one, the id is a hash of the content. */
        public Builder id(String id) {
            this.id = EventId.of(id);
            return this;
        }

        /** When the customer said it. */
        public Builder at(Instant at) {
            this.at = at;
            return this;
        }

        public Builder evidence(String evidence) {
            this.evidence = evidence;
            return this;
        }

        public Builder textVersion(String textVersion) {
            this.textVersion = textVersion;
            return this;
        }

        public Builder channel(String channel) {
            this.channel = channel;
            return this;
        }

        public Builder author(String author) {
            this.author = author;
            return this;
        }

        /** From when a grant no longer counts. */
        public Builder expires(Instant expires) {
            this.expires = expires;
            return this;
        }

        /**
         * The finished statement.
         *
         * @throws IllegalStateException if the time is missing
         * @throws IllegalArgumentException if a part breaks its rule
         */
        public ConsentChange build() {
            if (at == null) {
                throw new IllegalStateException("A statement about consent needs a time. Maybe call at(Instant)?");
            }
            EventId known = id != null ? id : hash(at);
            return new ConsentChange(
                    known, at, customer, purpose, status, evidence, textVersion, channel, author, expires);
        }

        private EventId hash(Instant time) {
            if (textVersion == null && channel == null && author == null && expires == null) {
                return Content.id(Kind.CONSENT_CHANGE, time, customer, purpose, status, evidence);
            }
            return Content.id(
                    Kind.CONSENT_CHANGE,
                    time,
                    customer,
                    purpose,
                    status,
                    evidence,
                    orEmpty(textVersion),
                    orEmpty(channel),
                    orEmpty(author),
                    expires == null ? "" : Content.time(expires));
        }

        /** None of them may be blank, so that nothing stands for something else. */
        private static String orEmpty(@Nullable String part) {
            return part == null ? "" : part;
        }
    }
}
