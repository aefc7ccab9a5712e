package dev.comptoir.recommend;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A shop in memory on a fixed day, for tests. */
final class Shop implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-30T12:00:00Z");
    static final CustomerId ANA = CustomerId.of("card-0042");

    final Comptoir comptoir;
    final Business business;

    Shop() {
        this(Locale.FRENCH);
    }

    Shop(Locale language) {
        comptoir = Comptoir.inMemory()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .settings(BusinessSettings.france().withLanguage(language))
                .build();
        business = comptoir.business("shop");
    }

    static ProductId product(String id) {
        return ProductId.of(id);
    }

    static Instant daysAgo(int days) {
        return NOW.minusSeconds(86_400L * days);
    }

    static Purchase purchase(CustomerId customer, int daysAgo, String... products) {
        Purchase.Builder builder = Purchase.by(customer).at(daysAgo(daysAgo));
        for (String product : products) {
            builder.line(product(product), 1, Money.eur("2.00"));
        }
        return builder.build();
    }

    static Purchase cashSale(String receipt, int daysAgo, String... products) {
        Purchase.Builder builder = Purchase.anonymous().id(receipt).at(daysAgo(daysAgo));
        for (String product : products) {
            builder.line(product(product), 1, Money.eur("2.00"));
        }
        return builder.build();
    }

    static Return bringBack(CustomerId customer, int daysAgo, String product) {
        return Return.by(customer)
                .at(daysAgo(daysAgo))
                .line(product(product), 1, Money.eur("2.00"))
                .build();
    }

    Shop with(Event... events) {
        for (Event event : events) {
            business.events().append(event);
        }
        return this;
    }

    /** Customers with habits, cash sales and returns; the same for the same seed. */
    static List<Event> randomEvents(long seed, int customers, int products) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Event> events = new ArrayList<>();
        for (int c = 0; c < customers; c++) {
            CustomerId customer = CustomerId.of("c" + c);
            int habit = random.nextInt(products);
            for (int visit = 0; visit < 1 + random.nextInt(8); visit++) {
                String[] basket = new String[1 + random.nextInt(4)];
                for (int k = 0; k < basket.length; k++) {
                    basket[k] = "p" + (k == 0 ? habit : (habit + random.nextInt(1 + products / 3)) % products);
                }
                Purchase purchase = purchase(customer, random.nextInt(200), basket);
                events.add(
                        random.nextInt(3) == 0 ? cashSale("r" + events.size(), random.nextInt(200), basket) : purchase);
                if (random.nextInt(6) == 0) {
                    events.add(bringBack(customer, random.nextInt(200), basket[0]));
                }
            }
        }
        return events;
    }

    @Override
    public void close() {
        comptoir.close();
    }
}
