package dev.comptoir.profile;

import dev.comptoir.Money;
import java.util.Optional;

/**
 * What was sold and brought back: in all, on a day, in an hour. Immutable. Amounts are in one currency.
 *
 * @param purchases how many receipts
 * @param anonymousPurchases how many of them of somebody unknown, as in a cash sale
 * @param returns how many times something was brought back or cancelled
 * @param bought the amount of all purchases
 * @param anonymousBought the amount of those of somebody unknown
 * @param givenBack the amount of all returns
 */
public record Sales(
        long purchases, long anonymousPurchases, long returns, Money bought, Money anonymousBought, Money givenBack) {
    /** Purchases minus returns. */
    public Money net() {
        return bought.minus(givenBack);
    }

    /** The mean amount of a purchase, rounded half up; empty where there was none. */
    public Optional<Money> averageBasket() {
        return purchases == 0 ? Optional.empty() : Optional.of(bought.dividedBy(purchases));
    }

    /** The share of receipts whose customer is known: 0 to 1, 0 where there was none. */
    public double knownShare() {
        return purchases == 0 ? 0 : (double) (purchases - anonymousPurchases) / purchases;
    }
}
