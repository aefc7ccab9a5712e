package dev.comptoir.assist.lookup;

import dev.comptoir.CustomerId;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far one order is, and whose it is. Immutable. */
public final class OrderStatus {
    private final CustomerId customer;
    private final OrderState state;
    private final @Nullable String carrier;
    private final @Nullable LocalDate expected;
    private final @Nullable URI tracking;

    private OrderStatus(
            CustomerId customer,
            OrderState state,
            @Nullable String carrier,
            @Nullable LocalDate expected,
            @Nullable URI tracking) {
        this.customer = Objects.requireNonNull(customer, "customer");
        this.state = Objects.requireNonNull(state, "state");
        this.carrier = carrier;
        this.expected = expected;
        this.tracking = tracking;
    }

    /** The state of an order of this customer. */
    public static OrderStatus of(CustomerId customer, OrderState state) {
        return new OrderStatus(customer, state, null, null, null);
    }

    /** The same with who carries it, as customers know them. */
    public OrderStatus withCarrier(String carrier) {
        return new OrderStatus(customer, state, carrier, expected, tracking);
    }

    /** The same with the day on which it should arrive. */
    public OrderStatus withExpected(LocalDate day) {
        return new OrderStatus(customer, state, carrier, day, tracking);
    }

    /** The same with a page where it can be followed; told only if its host is one that the look-up allows. */
    public OrderStatus withTracking(URI page) {
        return new OrderStatus(customer, state, carrier, expected, page);
    }

    /** Whose order it is; nobody else is told anything. */
    public CustomerId customer() {
        return customer;
    }

    public OrderState state() {
        return state;
    }

    public Optional<String> carrier() {
        return Optional.ofNullable(carrier);
    }

    public Optional<LocalDate> expected() {
        return Optional.ofNullable(expected);
    }

    public Optional<URI> tracking() {
        return Optional.ofNullable(tracking);
    }

    /** Names nobody: it does not belong into logs. */
    @Override
    public String toString() {
        return "OrderStatus " + state;
    }
}
