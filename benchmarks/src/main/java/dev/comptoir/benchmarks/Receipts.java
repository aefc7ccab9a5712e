package dev.comptoir.benchmarks;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Receipts of 1 to 4 lines, the same each time. */
final class Receipts {
    private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");

    private Receipts() {}

    static List<Event> of(int count, int customers) {
        Random random = new Random(1);
        List<Event> receipts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Purchase.Builder receipt = Purchase.by(CustomerId.of("card-" + random.nextInt(customers)))
                    .id("till-1-" + i)
                    .at(START.plusSeconds(60L * i));
            for (int line = 1 + random.nextInt(4); line > 0; line--) {
                receipt.line(ProductId.of("product-" + random.nextInt(300)), 1 + random.nextInt(3), Money.eur("2.40"));
            }
            receipts.add(receipt.build());
        }
        return receipts;
    }
}
