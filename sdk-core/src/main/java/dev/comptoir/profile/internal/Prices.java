package dev.comptoir.profile.internal;

import dev.comptoir.event.Line;
import java.math.BigDecimal;

/** Quantities and unit prices as whole numbers. */
final class Prices {
    private static final long[] TO_THOUSANDTHS = {1000, 100, 10, 1};

    private Prices() {}

    /** A line's quantity in thousandths, at least 1: lines have at most three decimals. */
    static long thousandths(Line line) {
        BigDecimal quantity = line.quantity();
        return quantity.unscaledValue().longValue() * TO_THOUSANDTHS[quantity.scale()];
    }

    /** The price of one, in minor units, rounded half up. */
    static long unitPrice(Line line) {
        long thousandths = thousandths(line);
        return (line.amount().minorUnits() * 1000 + thousandths / 2) / thousandths;
    }
}
