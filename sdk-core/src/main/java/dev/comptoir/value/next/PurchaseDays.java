package dev.comptoir.value.next;

import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.event.Line;
import dev.comptoir.event.Purchase;
import dev.comptoir.value.next.internal.DayTableBuilder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * On which local days each customer bought, in all and by category. Immutable, the same whatever the order of adding; made by
 * {@link #builder()} only. Several purchases of one day are one.
 */
public interface PurchaseDays {
    static Builder builder() {
        return new DayTableBuilder();
    }

    /** All customers, in the order of their ids. */
    List<CustomerId> customers();

    /** All categories that something was bought of. */
    SortedSet<String> categories();

    /** Collects purchase days. Not thread-safe. */
    interface Builder {
        /** A purchase of which only the day is known. */
        Builder add(CustomerId customer, LocalDate day);

        /**
         * A purchase, or a part of one.
         *
         * @param category null where it has none: it then counts for the customer alone
         * @param quantity how much; anything but a finite number above 0 means unknown
         */
        Builder add(CustomerId customer, @Nullable String category, LocalDate day, double quantity);

        /**
         * All lines of a receipt; one without a customer is passed over.
         *
         * @param zone the business's, which decides on the day
         * @param category tells the category of a product, null where it has none
         */
        default Builder add(Purchase purchase, ZoneId zone, Function<ProductId, @Nullable String> category) {
            CustomerId customer = purchase.customer();
            if (customer != null) {
                LocalDate day = purchase.at().atZone(zone).toLocalDate();
                for (Line line : purchase.lines()) {
                    add(
                            customer,
                            category.apply(line.product()),
                            day,
                            line.quantity().doubleValue());
                }
            }
            return this;
        }

        PurchaseDays build();
    }
}
