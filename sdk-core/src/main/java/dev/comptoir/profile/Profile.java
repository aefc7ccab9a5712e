package dev.comptoir.profile;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.profile.fact.Facts;
import dev.comptoir.value.NextPurchase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one customer's events tell at one moment. Immutable. Of somebody who never bought anything it says just that.
 */
public interface Profile {
    /** At most so many favourites, and preferences of one origin, are listed. */
    int MAX_FAVOURITES = 10;

    /** At most so many notes, the newest, are listed. */
    int MAX_NOTES = 20;

    CustomerId customer();

    /** As of when this is. */
    Instant asOf();

    /** Where the business's days begin and end. */
    ZoneId zone();

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

    /** Lines, units and amount of a purchase in the business's currency; empty where there is none. */
    Optional<BasketSize> basketSize();

    /** What was spent on each category, most first, ties by name; products without one come together, as the last. */
    List<CategoryShare> basketComposition();

    /** What was in the most purchases, at most {@value #MAX_FAVOURITES}; ties: bought last first, then by id. */
    List<Favourite> favouriteProducts();

    /** The same by the catalogue's categories; products without one do not count. */
    List<Favourite> favouriteCategories();

    /** The days of the week with a purchase, most first, ties from Monday on. */
    List<HabitualDay> favouriteDays();

    /** The hours of the day with a purchase, most first, ties from midnight on. */
    List<HabitualHour> favouriteHours();

    /** The channels of the purchases that name one, most first; ties: used last first, then by name. */
    List<Favourite> favouriteChannels();

    /** Whether the customer buys when it is cheap; empty where too little can be compared. */
    Optional<PriceSensitivity> priceSensitivity();

    /**
     * What the customer likes and dislikes, surest first, ties by origin, kind and key; at most {@value #MAX_FAVOURITES} of each
     * origin. What was stated about something silences what was observed or inferred about the same.
     */
    List<Preference> preferences();

    /** Where the customer stands among the others; empty for somebody who never bought. */
    Optional<RfmScore> rfm();

    /** The group that the score belongs to; empty for somebody who never bought. */
    default Optional<RfmSegment> rfmSegment() {
        return rfm().map(RfmSegment::of);
    }

    /** When the next purchase is likely; in the past for somebody who stays away; empty where too few are known to tell. */
    Optional<NextPurchase> nextPurchase();

    /** The messages to and fro; all empty where there were none. */
    ContactHistory contacts();

    /** Messages that nobody has answered yet, oldest first, of the newest {@value #MAX_NOTES} that came. */
    List<OpenRequest> openRequests();

    /** How the customer rated; empty where nobody asked. */
    Optional<Satisfaction> satisfaction();

    /** What the staff wrote, newest first, at most {@value #MAX_NOTES}. */
    List<Note> notes();

    /** The cards that the customer has now, by programme and number. */
    List<LoyaltyCard> loyaltyCards();

    /** What a value rests on; every value has an answer, also one that is empty. */
    Reason why(ProfileValue value);

    /** All of this as typed facts by name, see {@link ProfileFacts}. */
    default Facts facts() {
        return ProfileFacts.of(this);
    }
}
