package dev.comptoir.event;

import dev.comptoir.Money;
import dev.comptoir.ProductId;
import java.math.BigDecimal;

/**
 * One line of a receipt. Immutable.
 *
 * @param product what was bought or brought back
 * @param quantity how much: above 0, at most 1e9, with at most 3 decimals (0.350 kg); trailing zeros are dropped
 * @param amount the sum of the whole line, not negative, at most 1e12 minor units
 */
public record Line(ProductId product, BigDecimal quantity, Money amount) {
    private static final BigDecimal MAX_QUANTITY = new BigDecimal("1e9");
    private static final long MAX_MINOR_UNITS = 1_000_000_000_000L;

    public Line {
        if (quantity.signum() <= 0 || quantity.compareTo(MAX_QUANTITY) > 0) {
            throw new IllegalArgumentException(
                    "A quantity must be above 0 and at most 1e9. Maybe a return, which is an event of its own?");
        }
        quantity = quantity.stripTrailingZeros();
        if (quantity.scale() > 3) {
            throw new IllegalArgumentException("The quantity " + quantity + " has more than 3 decimals.");
        }
        if (quantity.scale() < 0) {
            quantity = quantity.setScale(0);
        }
        if (amount.isNegative()) {
            throw new IllegalArgumentException("The amount of a line is " + amount
                    + ", but must not be negative. Maybe a return, which is an event of its own?");
        }
        if (amount.minorUnits() > MAX_MINOR_UNITS) {
            throw new IllegalArgumentException("The amount of a line is " + amount + "; at most " + MAX_MINOR_UNITS
                    + " minor units are allowed. Maybe units were read as cents?");
        }
    }
}
