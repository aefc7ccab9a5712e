package dev.comptoir;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * What a business is set to: where its days begin and end, what it counts money in, and the language of its staff.
 * Immutable.
 *
 * @param zone the zone of the business's local days and hours
 * @param currency the currency of its sums; amounts in others are kept apart
 * @param language the language of reasons shown to the staff: French or English
 */
public record BusinessSettings(ZoneId zone, Currency currency, Locale language) {
    /** A business in France: Europe/Paris, euros, French. What a business has unless told otherwise. */
    public static BusinessSettings france() {
        return new BusinessSettings(ZoneId.of("Europe/Paris"), Currency.getInstance("EUR"), Locale.FRENCH);
    }

    public BusinessSettings withZone(ZoneId zone) {
        return new BusinessSettings(zone, currency, language);
    }

    public BusinessSettings withCurrency(Currency currency) {
        return new BusinessSettings(zone, currency, language);
    }

    public BusinessSettings withLanguage(Locale language) {
        return new BusinessSettings(zone, currency, language);
    }
}
