package dev.comptoir.examples.report;

import java.util.List;

/**
 * One customer as the staff would see it. Immutable.
 *
 * @param name what to call the customer
 * @param id the customer's id
 * @param note a remark below the name; may be empty
 * @param rows what is known, in the order shown
 */
public record CustomerCard(String name, String id, String note, List<Row> rows) {
    public CustomerCard {
        rows = List.copyOf(rows);
    }

    /**
     * One value of a profile.
     *
     * @param label what it is
     * @param value what it says
     * @param reason why it says so
     */
    public record Row(String label, String value, String reason) {}
}
