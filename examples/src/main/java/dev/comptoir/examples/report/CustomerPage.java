package dev.comptoir.examples.report;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.event.Event;
import dev.comptoir.forecast.Forecasts;
import dev.comptoir.profile.Profile;
import dev.comptoir.value.CustomerValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One customer on one page: what happened, what is known and why, what is to be expected, what is allowed. */
public final class CustomerPage {
    /** Nothing bought for so long counts as having left. */
    static final int CHURN_DAYS = 90;
    /** So many points of the value curve: one every four weeks of a year. */
    static final int CURVE_POINTS = 13;

    private CustomerPage() {}

    /**
     * Collects the page, in French for a French locale, otherwise in English. Reads the customer's events, and fits the models
     * of the business where nobody has asked for them yet. Further parts may be added.
     *
     * @param name what to call the customer
     */
    public static HtmlReport of(Business business, CustomerId customer, String name, Locale locale) {
        Words words = new Words(locale);
        Profile profile = business.profiles().get(customer);
        Forecasts forecasts = business.forecasts();
        LocalDate today = LocalDate.ofInstant(profile.asOf(), profile.zone());
        Optional<CustomerValue> value = forecasts.value(customer);
        OutlookSection outlook = OutlookSection.of(forecasts, customer);
        List<Event> events = business.events().of(customer);
        HtmlReport page = HtmlReport.titled(name, locale, today)
                .subtitle(words.get("customer.subtitle", customer.value(), words.day(forecasts.asOf())))
                .figure(words.get("value.PURCHASE_COUNT"), words.count(profile.purchaseCount()))
                .figure(words.get("value.SPEND"), words.roughMoney(profile.spend()));
        profile.rfmSegment()
                .ifPresent(segment -> page.figure(words.get("value.RFM_SEGMENT"), segment.title(words.locale())));
        value.flatMap(CustomerValue::lifetimeValue)
                .ifPresent(worth -> page.figure(
                        words.get("customer.worth"),
                        words.money(worth.value(), business.settings().currency())));
        return page.add(new TimelineSection(events, business.catalog(), business.settings(), today, outlook.window()))
                .add(outlook)
                .add(new ValueSection(
                        value,
                        value.map(known -> forecasts
                                        .lifetimeValue()
                                        .curve(known.evidence().history(), CURVE_POINTS))
                                .orElse(List.of()),
                        business.settings().currency()))
                .add(new ProfileSection(profile, business.settings()))
                .add(new PreferencesSection(profile))
                .add(ConsentSection.of(business, customer));
    }
}
