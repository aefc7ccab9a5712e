package dev.comptoir.profile.internal;

import java.time.Instant;

/** How often something was in a purchase, by month, and when last. Not thread-safe. */
final class Tally {
    final Counts months = new Counts();
    Instant last = Instant.MIN;

    void add(Instant at, long month) {
        months.add(month);
        if (at.isAfter(last)) {
            last = at;
        }
    }

    int purchases() {
        return (int) Math.min(Integer.MAX_VALUE, months.size());
    }

    long bytes() {
        return 48 + months.bytes();
    }
}
