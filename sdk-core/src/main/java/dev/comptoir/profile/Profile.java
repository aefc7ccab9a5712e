package dev.comptoir.profile;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.value.NextPurchase;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one customer's events tell at one moment. Immutable. Of somebody who never bought anything it says just that.
 */
public interface Profile {
    CustomerId customer();

    /** How many receipts; returns do not lower it. */
    int purchaseCount();

    /** How many times something was brought back or cancelled. */
    int returnCount();

    Optional<Instant> firstPurchase();

    Optional<Instant> lastPurchase();

    /** Whole local days from the last purchase to now, never negative; empty where there is none. */
    OptionalInt daysSinceLastPurchase();

    /** Purchases minus returns in the business's currency; negative where more was given back than is known to be sold. */
    Money spend();

    /** Purchases minus returns in other currencies; these are not part of any other value. */
    Map<Currency, Money> otherCurrencies();

    /** The mean amount of a purchase in the business's currency, returns left aside; empty where there is none. */
    Optional<Money> averageBasket();

    /** What was in the most purchases, at most {@value #MAX_FAVOURITES}; ties: bought last first, then by id. */
    List<Preference> favouriteProducts();

    /** The same by the catalogue's categories; products without one do not count. */
    List<Preference> favouriteCategories();

    /** Where the customer stands among the others; empty for somebody who never bought. */
    Optional<RfmScore> rfm();

    /** When the next purchase is likely; in the past for somebody who stays away; empty where too few are known to tell. */
    Optional<NextPurchase> nextPurchase();

    /** What a value rests on; every value has an answer, also one that is empty. */
    Reason why(ProfileValue value);

    /** At most so many favourites are listed. */
    int MAX_FAVOURITES = 10;
}
