package dev.comptoir.profile.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.Money;
import dev.comptoir.event.Line;
import dev.comptoir.event.Purchase;
import dev.comptoir.profile.BasketSize;
import java.util.Optional;

/** The sizes of one customer's baskets in the business's currency, in any order. Not thread-safe. */
final class BasketFold {
    private final Counts lines = new Counts();
    private final Counts units = new Counts();
    private final Counts amounts = new Counts();
    private long lineSum;
    private long unitSum;
    private long amountSum;

    void add(Purchase purchase, long amount) {
        long thousandths = 0;
        for (Line line : purchase.lines()) {
            thousandths = Sums.plus(thousandths, Prices.thousandths(line));
        }
        lines.add(purchase.lines().size());
        units.add(thousandths);
        amounts.add(amount);
        lineSum = Sums.plus(lineSum, purchase.lines().size());
        unitSum = Sums.plus(unitSum, thousandths);
        amountSum = Sums.plus(amountSum, amount);
    }

    long purchases() {
        return lines.size();
    }

    /** In minor units. */
    long amount() {
        return amountSum;
    }

    Optional<BasketSize> size(BusinessSettings settings) {
        long purchases = purchases();
        if (purchases == 0) {
            return Optional.empty();
        }
        return Optional.of(new BasketSize(
                purchases,
                (double) lineSum / purchases,
                lines.twiceMedian() / 2.0,
                unitSum / 1000.0 / purchases,
                units.twiceMedian() / 2000.0,
                new Money(amountSum, settings.currency()).dividedBy(purchases),
                new Money(half(amounts.twiceMedian()), settings.currency())));
    }

    private static long half(long twice) {
        return twice / 2 + twice % 2;
    }

    long bytes() {
        return 80 + lines.bytes() + units.bytes() + amounts.bytes();
    }
}
