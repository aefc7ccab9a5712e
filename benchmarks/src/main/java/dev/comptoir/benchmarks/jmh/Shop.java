package dev.comptoir.benchmarks.jmh;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up receipts for the micro-benchmarks, the same for the same seed: few products sell much, most sell little. */
final class Shop {
    static final Instant BEGIN = Instant.parse("2025-01-01T08:00:00Z");

    private Shop() {}

    static List<Event> receipts(int count, int customers, int products, long seed) {
        Random random = new Random(seed);
        List<Event> receipts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            receipts.add(receipt(Integer.toString(i), i, random, customers, products));
        }
        return receipts;
    }

    static Purchase receipt(String id, int minute, Random random, int customers, int products) {
        Purchase.Builder receipt = Purchase.by(CustomerId.of("c" + random.nextInt(customers)))
                .id(id)
                .at(BEGIN.plus(Duration.ofMinutes(minute)));
        int lines = 1 + random.nextInt(4);
        for (int line = 0; line < lines; line++) {
            double share = random.nextDouble();
            receipt.line(ProductId.of("p" + (int) (products * share * share * share)), 1, Money.eur("2.50"));
        }
        return receipt.build();
    }
}
