package dev.comptoir.examples.report;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.event.EventQuery;
import java.util.List;

/** Reads from a business what the page shows. All methods go through all events or all profiles; results are immutable. */
public final class BusinessFacts {
    private BusinessFacts() {}

    /** Purchases minus returns by local week, in the business's currency, from the first week of sales to the last one. */
    public static List<WeekSales> weeklySales(Business business) {
        WeekSums sums = new WeekSums(business.settings());
        business.events().read(EventQuery.all(), sums::add);
        return sums.weeks();
    }

    /** The map of all customers who ever bought. */
    public static List<RfmCell> rfm(Business business) {
        return RfmCell.of(business.profiles().shop().rfmMap());
    }

    /**
     * One customer's profile with the reason of each value, in the business's language.
     *
     * @param name what to call the customer
     * @param note a remark below the name; may be empty
     */
    public static CustomerCard customer(Business business, CustomerId customer, String name, String note) {
        return new ProfileRows(business.settings(), business.settings().language())
                .card(business.profiles().get(customer), name, note);
    }
}
