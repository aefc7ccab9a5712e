package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt: what a customer bought at one moment. Immutable.
 *
 * @param customer who; null for a sale to nobody known
 * @param lines at least one, all in one currency
 * @param channel where it was bought, for example {@code till} or {@code web-shop}: 1 to 200 characters, null where it is not known
 */
public record Purchase(
        EventId id,
        Instant at,
        @Nullable CustomerId customer,
        List<Line> lines,
        @Nullable String channel) implements Event {
    public Purchase {
        at = Content.time(at);
        lines = Lines.check(lines);
        channel = channel == null ? null : Content.name("channel of a purchase", channel);
    }

    /** One whose channel is not known. */
    public Purchase(EventId id, Instant at, @Nullable CustomerId customer, List<Line> lines) {
        this(id, at, customer, lines, null);
    }

    /** Begins the purchase of a known customer. */
    public static Builder by(CustomerId customer) {
        return new Builder(customer);
    }

    /** Begins the purchase of somebody unknown; it needs an {@link Builder#id id}, for two such receipts can be equal. */
    public static Builder anonymous() {
        return new Builder(null);
    }

    /** The sum of all lines. */
    public Money total() {
        return Lines.total(lines);
    }

    @Override
    public Kind kind() {
        return Kind.PURCHASE;
    }

    /** Collects the lines of one purchase. Not thread-safe; used once. */
    public static final class Builder {
        private final @Nullable CustomerId customer;
        private final List<Line> lines = new ArrayList<>();
        private @Nullable EventId id;
        private @Nullable Instant at;
        private @Nullable String channel;

        private Builder(@Nullable CustomerId customer) {
            this.customer = customer;
        }

        /** The receipt's number; without one, the id is a hash of the content. */
        public Builder id(String id) {
            this.id = EventId.of(id);
            return this;
        }

        public Builder at(Instant at) {
            this.at = at;
            return this;
        }

        /** Where it is bought, for example {@code till} or {@code web-shop}. */
        public Builder channel(String channel) {
            this.channel = channel;
            return this;
        }

        /** Adds {@code quantity} pieces at a price each. */
        public Builder line(ProductId product, int quantity, Money unitPrice) {
            return line(product, BigDecimal.valueOf(quantity), unitPrice);
        }

        /** Adds a quantity, such as 0.350 kg, at a price per unit; the line's amount is rounded half up. */
        public Builder line(ProductId product, BigDecimal quantity, Money unitPrice) {
            return line(new Line(product, quantity, unitPrice.times(quantity)));
        }

        public Builder line(Line line) {
            lines.add(line);
            return this;
        }

        /**
         * The finished receipt.
         *
         * @throws IllegalStateException if the time, the lines, or for an anonymous purchase the id is missing
         */
        public Purchase build() {
            if (at == null) {
                throw new IllegalStateException("A purchase needs a time. Maybe call at(Instant)?");
            }
            if (lines.isEmpty()) {
                throw new IllegalStateException("A purchase needs at least one line. Maybe call line(...)?");
            }
            if (id == null && customer == null) {
                throw new IllegalStateException(
                        "An anonymous purchase needs an id, for two of them can be equal. Maybe the receipt's number?");
            }
            EventId known = id != null ? id : hash(at);
            return new Purchase(known, at, customer, lines, channel);
        }

        /** Without a channel the same as ever, so that what was kept before there were channels is still the same event. */
        private EventId hash(Instant time) {
            return channel == null
                    ? Content.id(Kind.PURCHASE, time, customer, lines)
                    : Content.id(Kind.PURCHASE, time, customer, lines, channel);
        }
    }
}
