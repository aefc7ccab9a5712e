package dev.comptoir.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table holds what, by the names in its header. A time is always needed, and a product; the rest where the
 * table has it. Immutable.
 */
public final class CsvColumns {
    final @Nullable String receipt;
    final List<String> time;
    final @Nullable String customer;
    final String product;
    final @Nullable String title;
    final @Nullable String category;
    final @Nullable String quantity;
    final @Nullable String unitPrice;
    final @Nullable String amount;
    final @Nullable String currency;

    private CsvColumns(Builder builder, String product) {
        this.receipt = builder.receipt;
        this.time = List.copyOf(builder.time);
        this.customer = builder.customer;
        this.product = product;
        this.title = builder.title;
        this.category = builder.category;
        this.quantity = builder.quantity;
        this.unitPrice = builder.unitPrice;
        this.amount = builder.amount;
        this.currency = builder.currency;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The names of all columns used. */
    List<String> names() {
        List<String> names = new ArrayList<>(time);
        names.add(product);
        for (@Nullable
        String name :
                new @Nullable String[] {receipt, customer, title, category, quantity, unitPrice, amount, currency}) {
            Optional.ofNullable(name).ifPresent(names::add);
        }
        return names;
    }

    /** Collects the names of columns. Not thread-safe. */
    public static final class Builder {
        private final List<String> time = new ArrayList<>();
        private @Nullable String receipt;
        private @Nullable String customer;
        private @Nullable String product;
        private @Nullable String title;
        private @Nullable String category;
        private @Nullable String quantity;
        private @Nullable String unitPrice;
        private @Nullable String amount;
        private @Nullable String currency;

        private Builder() {}

        /** The number that the lines of one receipt share. Without it, lines of one customer at one time are one receipt. */
        public Builder receipt(String column) {
            this.receipt = column;
            return this;
        }

        /** When: one column, or a date and a time of day, which are read with a blank between them. */
        public Builder time(String... columns) {
            this.time.clear();
            this.time.addAll(List.of(columns));
            return this;
        }

        /** Who; an empty field is a sale to nobody known. */
        public Builder customer(String column) {
            this.customer = column;
            return this;
        }

        /** The product's id. */
        public Builder product(String column) {
            this.product = column;
            return this;
        }

        /** What the product is called; products that the catalogue lacks are listed under it. */
        public Builder title(String column) {
            this.title = column;
            return this;
        }

        /** The product's category, for the catalogue. */
        public Builder category(String column) {
            this.category = column;
            return this;
        }

        /** How many; negative for what is brought back. Without it, one a line. */
        public Builder quantity(String column) {
            this.quantity = column;
            return this;
        }

        /** The price of one. Without it and without an amount, lines count nothing. */
        public Builder unitPrice(String column) {
            this.unitPrice = column;
            return this;
        }

        /** The sum of the line, instead of a price of one; its sign does not matter. */
        public Builder amount(String column) {
            this.amount = column;
            return this;
        }

        /** The ISO 4217 code of the line's currency, where lines differ. */
        public Builder currency(String column) {
            this.currency = column;
            return this;
        }

        /**
         * The finished mapping.
         *
         * @throws IllegalStateException if the time or the product is missing, or a price and an amount are both given
         */
        public CsvColumns build() {
            if (time.isEmpty()) {
                throw new IllegalStateException("No column for the time of a line. Maybe call time(\"Date\")?");
            }
            String known = product;
            if (known == null) {
                throw new IllegalStateException(
                        "No column for the product of a line. Maybe call product(\"Article\")?");
            }
            if (unitPrice != null && amount != null) {
                throw new IllegalStateException("A line has a unitPrice (" + unitPrice + ") and an amount (" + amount
                        + "); only one of them can be used.");
            }
            return new CsvColumns(this, known);
        }
    }
}
