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
 * Goods brought back, or a sale cancelled. Quantities and amounts are positive here too. Immutable.
 *
 * @param customer who; null for a sale to nobody known
 * @param lines at least one, all in one currency
 * @param purchase the purchase that is undone, where it is known
 */
public record Return(
        EventId id,
        Instant at,
        @Nullable CustomerId customer,
        List<Line> lines,
        @Nullable EventId purchase) implements Event {
    public Return {
        at = Content.time(at);
        lines = Lines.check(lines);
    }

    /** Begins the return of a known customer. */
    public static Builder by(CustomerId customer) {
        return new Builder(customer);
    }

    /** Begins the return of somebody unknown; it needs an {@link Builder#id id}, for two such receipts can be equal. */
    public static Builder anonymous() {
        return new Builder(null);
    }

    /** The sum of all lines. */
    public Money total() {
        return Lines.total(lines);
    }

    @Override
    public Kind kind() {
        return Kind.RETURN;
    }

    /** Collects the lines of one return. Not thread-safe; used once. */
    public static final class Builder {
        private final @Nullable CustomerId customer;
        private final List<Line> lines = new ArrayList<>();
        private @Nullable EventId id;
        private @Nullable Instant at;
        private @Nullable EventId purchase;

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

        /** The purchase that is undone, where it is known. */
        public Builder of(EventId purchase) {
            this.purchase = purchase;
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
         * @throws IllegalStateException if the time, the lines, or for an anonymous return the id is missing
         */
        public Return build() {
            if (at == null) {
                throw new IllegalStateException("A return needs a time. Maybe call at(Instant)?");
            }
            if (lines.isEmpty()) {
                throw new IllegalStateException("A return needs at least one line. Maybe call line(...)?");
            }
            if (id == null && customer == null) {
                throw new IllegalStateException(
                        "An anonymous return needs an id, for two of them can be equal. Maybe the receipt's number?");
            }
            EventId known = id != null ? id : Content.id(Kind.RETURN, at, customer, lines, purchase);
            return new Return(known, at, customer, lines, purchase);
        }
    }
}
