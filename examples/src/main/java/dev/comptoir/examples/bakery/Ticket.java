package dev.comptoir.examples.bakery;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A receipt before it has a number: pieces by article id, negative for what is brought back. */
record Ticket(LocalDateTime at, @Nullable String card, Map<String, Integer> pieces) {

    /** Collects pieces; what is not made that day is left out. */
    static final class Basket {
        private final LocalDateTime at;
        private final Map<String, Integer> pieces = new LinkedHashMap<>();

        Basket(LocalDateTime at) {
            this.at = at;
        }

        void add(String article, int count) {
            if (count > 0 && Assortment.isMadeOn(article, at.toLocalDate())) {
                pieces.merge(article, count, Integer::sum);
            }
        }

        boolean isEmpty() {
            return pieces.isEmpty();
        }

        Ticket ticket(@Nullable String card) {
            return new Ticket(at, card, pieces);
        }
    }
}
