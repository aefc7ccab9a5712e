package dev.comptoir.assist.lookup;

import dev.comptoir.CustomerId;
import java.util.List;
import java.util.Optional;

/** The application's orders. An implementation is thread-safe and only reads. */
@FunctionalInterface
public interface OrderSource {
    /**
     * The state of an order of this customer.
     *
     * @param customer who asks, as the application knows them
     * @param number as it stands in the question, in upper case and without spaces: 1 to 40 letters, digits and hyphens, anything
     *     at all
     * @return empty where there is no such order, or it is somebody else's
     */
    Optional<OrderStatus> order(CustomerId customer, String number);

    /** The numbers of the customer's orders that are not closed: asked where a question names none. None unless overridden. */
    default List<String> openOrders(CustomerId customer) {
        return List.of();
    }
}
