package dev.comptoir.assist.lookup;

import dev.comptoir.catalog.Stock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How much of a product is there. Immutable. */
public final class StockLevel {
    private final Stock stock;
    private final @Nullable Long quantity;
    private final @Nullable LocalDate nextArrival;

    private StockLevel(Stock stock, @Nullable Long quantity, @Nullable LocalDate nextArrival) {
        this.stock = stock;
        this.quantity = quantity;
        this.nextArrival = nextArrival;
    }

    /** Whether it may be offered, without a quantity. */
    public static StockLevel of(Stock stock) {
        return new StockLevel(stock, null, null);
    }

    /** So many are there; none means out of stock. */
    public static StockLevel of(long quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException("The quantity in stock is " + quantity + "; it is 0 or more.");
        }
        return new StockLevel(quantity == 0 ? Stock.OUT_OF_STOCK : Stock.AVAILABLE, quantity, null);
    }

    /** The same with the day on which more is expected. */
    public StockLevel withNextArrival(LocalDate day) {
        return new StockLevel(stock, quantity, day);
    }

    public Stock stock() {
        return stock;
    }

    /** How many are there; empty where nobody counts. */
    public OptionalLong quantity() {
        return quantity == null ? OptionalLong.empty() : OptionalLong.of(quantity);
    }

    /** When more is expected; empty where it is not known. */
    public Optional<LocalDate> nextArrival() {
        return Optional.ofNullable(nextArrival);
    }

    @Override
    public String toString() {
        return stock
                + (quantity == null ? "" : ", " + quantity)
                + (nextArrival == null ? "" : ", more on " + nextArrival);
    }
}
