package dev.comptoir.store.jdbc;

/**
 * How the tables of one business are spoken to: alone in a file, or as rows among those of others. Immutable.
 *
 * @param prefix what the names of tables begin with
 * @param owner a column and its value, with a comma each, where rows carry the number of their business
 */
record Tables(String prefix, Owner owner) {
    /** In a file of its own. */
    static Tables alone() {
        return new Tables("", new Owner("", "", "TRUE", "TRUE"));
    }

    /** Among others, by number. */
    static Tables of(long business) {
        return new Tables(
                "comptoir_",
                new Owner("business, ", business + ", ", "business = " + business, "number = " + business));
    }

    String of(String table) {
        return prefix + table;
    }

    /** {@code INSERT INTO table (columns) VALUES (?, ...)}: a mark for each column. */
    String insert(String table, String columns) {
        String marks =
                "?" + ", ?".repeat((int) columns.chars().filter(c -> c == ',').count());
        return "INSERT INTO " + of(table) + " (" + owner.column + columns + ") VALUES (" + owner.value + marks + ")";
    }

    /** {@code FROM table WHERE it is ours}. */
    String from(String table) {
        return " FROM " + of(table) + " WHERE " + owner.condition;
    }

    /** {@code UPDATE the row of the business SET assignments}. */
    String updateBusiness(String assignments) {
        return "UPDATE " + of("business") + " SET " + assignments + " WHERE " + owner.row;
    }

    /** {@code SELECT columns} of the row of the business. */
    String selectBusiness(String columns) {
        return "SELECT " + columns + " FROM " + of("business") + " WHERE " + owner.row;
    }

    /** The parts of statements that name the owner of rows; numbers only, never texts. */
    record Owner(String column, String value, String condition, String row) {}
}
