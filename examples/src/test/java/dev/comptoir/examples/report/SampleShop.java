package dev.comptoir.examples.report;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.consent.Purpose;
import dev.comptoir.event.Event;
import dev.comptoir.event.Feedback;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.StaffNote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A shop of 80 customers over 50 weeks; one of them, and all she left, bears a text of the test's choice. */
final class SampleShop implements AutoCloseable {
    static final int CUSTOMERS = 80;

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final Comptoir comptoir;
    final Business business;

    private SampleShop(Locale language) {
        comptoir = Comptoir.inMemory()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .settings(BusinessSettings.france().withLanguage(language))
                .build();
        business = comptoir.business("shop");
    }

    static SampleShop empty(Locale language) {
        return new SampleShop(language);
    }

    static SampleShop of(CustomerId ana, String text, Locale language) {
        SampleShop shop = new SampleShop(language);
        shop.fill(ana, text);
        return shop;
    }

    /** One customer, one purchase. */
    static SampleShop ofOne(CustomerId customer, Locale language) {
        SampleShop shop = new SampleShop(language);
        shop.business
                .events()
                .append(Purchase.by(customer)
                        .at(NOW.minus(Duration.ofDays(3)))
                        .line(ProductId.of("pain"), 2, Money.eur("1.30"))
                        .build());
        return shop;
    }

    private void fill(CustomerId ana, String text) {
        business.catalog()
                .putAll(List.of(
                        Product.of(ProductId.of("pain"), "Pain " + text),
                        Product.of(ProductId.of("brioche"), "Brioche à tête")));
        List<Event> events = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            CustomerId id = customer == 0 ? ana : CustomerId.of("client-" + customer);
            // Every customer has a pace and a day to begin; every fourth one stays away for the last months.
            int pace = 4 + customer * 7 % 25;
            int end = customer % 4 == 3 ? 120 : 1;
            int count = 0;
            for (int day = 350 - customer * 3; day >= end; day -= pace + (count * 5 + customer) % 4) {
                events.add(Purchase.by(id)
                        .at(NOW.minus(Duration.ofDays(day)))
                        .line(ProductId.of("pain"), 1 + count % 3, Money.eur(customer % 9 + 1 + ".30"))
                        .line(ProductId.of("brioche"), 1, Money.eur("6.50"))
                        .build());
                count++;
            }
        }
        Instant lately = NOW.minus(Duration.ofDays(20));
        events.add(Return.by(ana)
                .at(lately)
                .line(ProductId.of("pain"), 1, Money.eur("1.30"))
                .build());
        events.add(Message.of(ana, lately, Message.Direction.FROM_CUSTOMER, "mail", text));
        events.add(Feedback.of(ana, lately, null, 5, text));
        events.add(StaffNote.of(ana, lately, "Léa " + text, "Préfère le pain bien cuit. " + text));
        events.add(Purpose.NEWSLETTER
                .granted(ana)
                .at(lately)
                .evidence("case cochée " + text)
                .channel("boutique")
                .textVersion("v2")
                .author("Léa")
                .build());
        events.add(Purpose.PHONE_MARKETING.denied(ana).at(lately).build());
        business.events().appendAll(events);
    }

    @Override
    public void close() {
        comptoir.close();
    }
}
