package dev.comptoir.recommend;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.View;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A shop on a fixed day, for tests. */
final class Shop implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-30T12:00:00Z");
    static final CustomerId ANA = CustomerId.of("card-0042");

    private static final String[] WORDS = {
        "lampe", "chaise", "table", "bougie", "tapis", "miroir", "vase", "cadre", "panier", "plaid", "rideau"
    };

    final Hands clock = new Hands(NOW);
    final Comptoir comptoir;
    final Business business;

    Shop() {
        this(Locale.FRENCH);
    }

    Shop(Locale language) {
        this(Comptoir.inMemory(), language);
    }

    private Shop(Comptoir.Builder builder, Locale language) {
        comptoir = builder.clock(clock)
                .settings(BusinessSettings.france().withLanguage(language))
                .build();
        business = comptoir.business("shop");
    }

    /** The same kept in a directory; opened again, it is as it was. */
    static Shop in(Path directory) {
        return new Shop(Comptoir.builder(directory), Locale.FRENCH);
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

    /** A clock that stands still until somebody moves its hands. */
    static final class Hands extends Clock {
        private volatile Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
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

    /** Somebody looks at products, one a minute from a time on. */
    static List<Event> visit(CustomerId customer, Instant from, String... products) {
        List<Event> views = new ArrayList<>();
        for (int k = 0; k < products.length; k++) {
            views.add(View.of(customer, from.plusSeconds(60L * k), product(products[k])));
        }
        return views;
    }

    /**
     * A catalogue for {@link #randomEvents}: five categories, prices, colours and words in common, and as many products again that
     * nobody has bought.
     */
    static List<Product> randomCatalogue(long seed, int products) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Product> listed = new ArrayList<>();
        for (int p = 0; p < 2 * products; p++) {
            String word = WORDS[random.nextInt(WORDS.length)];
            listed.add(Product.of(product("p" + p), word + " " + WORDS[p % WORDS.length] + " no " + p)
                    .withCategory("category" + p % 5)
                    .withPrice(Money.eur(1 + p % 20 + ".00"))
                    .withAttribute("colour", p % 3 == 0 ? "red" : "blue")
                    .withAttribute("stars", p % 6));
        }
        return listed;
    }

    /** Visits of a few looks each at the products of {@link #randomEvents}. */
    static List<Event> randomVisits(long seed, int visits, int products) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Event> views = new ArrayList<>();
        for (int v = 0; v < visits; v++) {
            int from = random.nextInt(products);
            String[] looks = new String[2 + random.nextInt(4)];
            for (int k = 0; k < looks.length; k++) {
                looks[k] = "p" + (from + k * (1 + random.nextInt(2))) % products;
            }
            CustomerId customer = CustomerId.of("c" + random.nextInt(1 + visits / 3));
            views.addAll(visit(customer, daysAgo(random.nextInt(60)).plusSeconds(random.nextInt(40_000)), looks));
        }
        return views;
    }

    @Override
    public void close() {
        comptoir.close();
    }
}
