package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.Feedback;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.StaffNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** A customer whose every text is known again wherever it turns up. */
final class Personal {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzéèêëàâçîïôûüœ";
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Random random;
    private final List<String> secrets = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final CustomerId customer;

    Personal(long seed) {
        this.random = new Random(seed);
        this.customer = CustomerId.of(secret(24));
    }

    CustomerId customer() {
        return customer;
    }

    /** What must not be readable anywhere. */
    List<String> secrets() {
        return secrets;
    }

    /** The ids of all events so far. */
    List<String> ids() {
        return ids;
    }

    /** One event of each kind that says something, under ids in no order. */
    List<Event> events() {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put(secret(20), secret(30));
        return List.of(
                Message.of(
                                customer,
                                at(),
                                Message.Direction.FROM_CUSTOMER,
                                secret(20),
                                secret(60 + random.nextInt(900)))
                        .withId(id()),
                Feedback.of(customer, at(), ProductId.of(secret(20)), 4, secret(80))
                        .withId(id()),
                StaffNote.of(customer, at(), secret(20), secret(200)).withId(id()),
                ConsentChange.granted(customer, "newsletter")
                        .id(id().value())
                        .at(at())
                        .evidence(secret(40))
                        .author(secret(20))
                        .channel(secret(20))
                        .textVersion(secret(20))
                        .build(),
                CustomEvent.of(customer, at(), secret(20), attributes).withId(id()),
                Purchase.by(customer)
                        .id(id().value())
                        .at(at())
                        .line(ProductId.of(secret(20)), 1, Money.eur("4.20"))
                        .build(),
                Return.by(customer)
                        .id(id().value())
                        .at(at())
                        .line(ProductId.of(secret(20)), 1, Money.eur("4.20"))
                        .build());
    }

    /** As long as a text may be. */
    Event longMessage() {
        return Message.of(customer, at(), Message.Direction.FROM_CUSTOMER, "mail", secret(1 << 20))
                .withId(id());
    }

    private EventId id() {
        String id = Long.toUnsignedString(random.nextLong(), 36) + "-" + Long.toUnsignedString(random.nextLong(), 36);
        ids.add(id);
        return EventId.of(id);
    }

    private Instant at() {
        return START.plusSeconds(random.nextInt(10_000_000));
    }

    private String secret(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        secrets.add(text.toString());
        return text.toString();
    }
}
