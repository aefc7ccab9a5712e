package dev.comptoir.examples.report;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.forecast.Forecasts;
import dev.comptoir.profile.ShopStatistics;
import dev.comptoir.value.next.DueForecast;
import dev.comptoir.value.next.DueReport;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** A business on one page: who the customers are, whether they come back, what they will bring, who is due. */
public final class OverviewPage {
    /** Who may be expected within so many days is named. */
    static final int DUE_DAYS = 7;

    private OverviewPage() {}

    /**
     * Collects the page, in French for a French locale, otherwise in English. Reads all events, and fits the models of the
     * business where nobody has asked for them yet. Further parts may be added.
     *
     * @param title what to call the business
     * @param links where the page of a customer is, relative to this one; of customers without a page there is no link
     */
    public static HtmlReport of(Business business, String title, Locale locale, Map<CustomerId, String> links) {
        Words words = new Words(locale);
        ShopStatistics shop = business.profiles().shop();
        Forecasts forecasts = business.forecasts();
        DueReport due = forecasts.due(DUE_DAYS);
        CustomerValues values = CustomerValues.of(business, forecasts);
        double expected = due.forecasts().stream()
                .mapToDouble(customer -> customer.probabilityWithin(DUE_DAYS))
                .sum();
        LocalDate today = LocalDate.ofInstant(shop.asOf(), business.settings().zone());
        HtmlReport page = HtmlReport.titled(title, locale, today)
                .subtitle(words.get("overview.subtitle", words.day(forecasts.asOf())))
                .figure(words.get("customers"), words.count(shop.customers()))
                .figure(words.get("overview.receipts"), words.count(shop.total().purchases()))
                .figure(words.get("overview.net"), words.roughMoney(shop.total().net()));
        shop.total()
                .averageBasket()
                .ifPresent(basket -> page.figure(words.get("value.AVERAGE_BASKET"), words.money(basket)));
        if (shop.customers() > 0) {
            page.figure(words.get("overview.came-back"), words.percent((double) values.cameBack() / shop.customers()));
        }
        if (!due.forecasts().isEmpty()) {
            page.figure(words.get("overview.expected", DUE_DAYS), words.number(expected, 0));
        }
        return page.add(new DueSection(
                        due,
                        due.forecasts().stream()
                                .limit(DueSection.SHOWN)
                                .map(DueForecast::customer)
                                .map(business.profiles()::get)
                                .toList(),
                        links))
                .add(new GroupsSection(shop.rfmSegments(), shop.customers()))
                .rfm(RfmCell.of(shop.rfmMap()))
                .add(new CohortsSection(shop.cohorts(), today))
                .add(new ValuesSection(values, business.settings().currency(), links))
                .add(new NoticesSection(forecasts.lifetimeValue(), due));
    }
}
