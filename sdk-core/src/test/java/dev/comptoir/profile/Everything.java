package dev.comptoir.profile;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Event;
import dev.comptoir.event.Feedback;
import dev.comptoir.event.Line;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.StaffNote;
import dev.comptoir.event.View;
import dev.comptoir.event.Visit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up events of every kind that profiles read, and profiles in words to compare. */
final class Everything {
    private Everything() {}

    static List<Event> events(Random random, Instant now, int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CustomerId customer = CustomerId.of(String.valueOf((char) ('a' + random.nextInt(8))));
            // Whole hours, so that ties in time are many.
            Instant at = now.minus(Duration.ofHours(random.nextInt(24 * 700) - 48));
            events.add(event(random, i, customer, at));
        }
        return events;
    }

    private static Event event(Random random, int i, CustomerId customer, Instant at) {
        return switch (random.nextInt(12)) {
            case 0 ->
                Return.by(customer).id("r" + i).at(at).line(line(random, "EUR")).build();
            case 1 ->
                Message.of(
                        customer,
                        at,
                        random.nextInt(3) == 0 ? Message.Direction.TO_CUSTOMER : Message.Direction.FROM_CUSTOMER,
                        random.nextBoolean() ? "mail" : "chat",
                        "text " + i);
            case 2 -> Feedback.of(customer, at, product(random), 1 + random.nextInt(5), "f" + i);
            case 3 -> StaffNote.of(customer, at, "Léa", "note " + i);
            case 4 ->
                KnownEvents.preferenceStated(
                        customer,
                        at,
                        List.of(Preference.Kind.values()).get(random.nextInt(3)),
                        "p" + random.nextInt(6),
                        List.of(Preference.Attitude.values()).get(random.nextInt(2)),
                        1.0 / (1 + random.nextInt(9)));
            case 5 ->
                random.nextBoolean()
                        ? KnownEvents.loyaltyCard(customer, at, "gold", "n" + random.nextInt(3))
                        : KnownEvents.loyaltyCardEnded(customer, at, "gold", "n" + random.nextInt(3));
            case 6 -> random.nextBoolean() ? View.of(customer, at, product(random)) : Visit.of(customer, at);
            case 7 ->
                Purchase.anonymous()
                        .id("a" + i)
                        .at(at)
                        .line(line(random, "EUR"))
                        .build();
            default -> purchase(random, i, customer, at);
        };
    }

    private static Purchase purchase(Random random, int i, CustomerId customer, Instant at) {
        String currency = random.nextInt(10) == 0 ? "CHF" : "EUR";
        Purchase.Builder receipt = Purchase.by(customer).id("p" + i).at(at);
        for (int line = 0; line <= random.nextInt(5); line++) {
            receipt.line(line(random, currency));
        }
        if (random.nextInt(3) > 0) {
            receipt.channel(random.nextBoolean() ? "till" : "web");
        }
        return receipt.build();
    }

    private static Line line(Random random, String currency) {
        return new Line(
                product(random),
                BigDecimal.valueOf(1 + random.nextInt(4000), random.nextInt(4)),
                Money.of(random.nextInt(400) + ".50", currency));
    }

    private static ProductId product(Random random) {
        return ProductId.of("p" + random.nextInt(12));
    }

    /** All that profiles and the shop's statistics say, with every digit of every number. */
    static String describe(Profiles profiles) {
        StringBuilder all = new StringBuilder();
        profiles.forEach(profile -> all.append(describe(profile)));
        ShopStatistics shop = profiles.shop();
        return all.append(shop.total())
                .append(shop.byDay())
                .append(shop.byHour())
                .append(shop.byWeekday())
                .append(shop.cohorts())
                .append(shop.rfmMap())
                .append(shop.currencies())
                .toString();
    }

    static String describe(Profile profile) {
        StringBuilder all = new StringBuilder("\n" + profile.customer())
                .append(profile.basketSize())
                .append(profile.basketComposition())
                .append(profile.favouriteProducts())
                .append(profile.favouriteCategories())
                .append(profile.favouriteDays())
                .append(profile.favouriteHours())
                .append(profile.favouriteChannels())
                .append(profile.priceSensitivity())
                .append(profile.preferences())
                .append(profile.nextPurchase())
                .append(profile.contacts())
                .append(profile.openRequests())
                .append(profile.satisfaction())
                .append(profile.notes())
                .append(profile.loyaltyCards());
        for (ProfileValue value : ProfileValue.values()) {
            Reason reason = profile.why(value);
            all.append(reason)
                    .append(reason.aggregates())
                    .append(reason.confidence())
                    .append(reason.events())
                    .append(reason.eventCount());
        }
        for (String name : ProfileFacts.catalogue().keySet()) {
            all.append(name).append(profile.facts().find(name));
        }
        return all.toString();
    }
}
