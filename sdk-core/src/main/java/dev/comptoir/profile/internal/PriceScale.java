package dev.comptoir.profile.internal;

import dev.comptoir.ProductId;
import dev.comptoir.event.Line;
import dev.comptoir.event.Purchase;
import dev.comptoir.profile.PriceSensitivity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** At which prices the business sold each product and category, in its own currency, in any order. Not thread-safe. */
final class PriceScale {
    private final Map<ProductId, SoldPrices> products = new HashMap<>();
    private final Map<String, SoldPrices> byCategory = new HashMap<>();
    private Categories categories = Categories.NONE;

    void add(Purchase purchase) {
        for (Line line : purchase.lines()) {
            long price = Prices.unitPrice(line);
            products.computeIfAbsent(line.product(), key -> new SoldPrices()).add(price, 1);
            String category = categories.of(line.product());
            if (category != null) {
                byCategory.computeIfAbsent(category, key -> new SoldPrices()).add(price, 1);
            }
        }
    }

    /** Takes products to be in these categories from now on. */
    void group(Categories now) {
        categories = now;
        byCategory.clear();
        products.forEach((product, sold) -> {
            String category = now.of(product);
            if (category != null) {
                byCategory.computeIfAbsent(category, key -> new SoldPrices()).addAll(sold);
            }
        });
    }

    void clear() {
        products.clear();
        byCategory.clear();
    }

    /** Compares what one customer paid; products come in the order of their ids, so that sums of fractions are always the same. */
    Compared compare(List<Map.Entry<ProductId, BoughtProduct>> bought) {
        long compared = 0;
        long below = 0;
        double expectedBelow = 0;
        long positioned = 0;
        double positions = 0;
        for (Map.Entry<ProductId, BoughtProduct> entry : bought) {
            Counts paid = entry.getValue().prices;
            SoldPrices sold = products.get(entry.getKey());
            if (sold != null && sold.isComparable()) {
                compared += paid.size();
                below += sold.belowUsual(paid);
                expectedBelow += paid.size() * sold.shareBelowUsual();
            }
            String category = categories.of(entry.getKey());
            SoldPrices peers = category == null ? null : byCategory.get(category);
            if (peers != null) {
                positioned += paid.size();
                for (int i = 0; i < paid.distinct(); i++) {
                    positions += paid.times(i) * peers.position(paid.value(i));
                }
            }
        }
        return new Compared(compared, below, expectedBelow, positioned, positions);
    }

    /** The sums behind a price sensitivity. */
    record Compared(long lines, long below, double expectedBelow, long positioned, double positions) {
        /** Null below the data gate. */
        @Nullable
        PriceSensitivity sensitivity() {
            if (lines < PriceSensitivity.MIN_LINES) {
                return null;
            }
            return new PriceSensitivity(
                    below,
                    lines,
                    Math.min(1, expectedBelow / lines),
                    positioned < PriceSensitivity.MIN_LINES
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(Math.min(1, positions / positioned)),
                    positioned);
        }
    }

    /** The unit prices of all lines of a product or category; what is derived is derived once between two changes. */
    private static final class SoldPrices {
        private final Counts lines = new Counts();
        private long twiceUsual;
        private double shareBelowUsual;
        private long @Nullable [] below;

        void add(long price, int times) {
            lines.add(price, times);
            below = null;
        }

        void addAll(SoldPrices other) {
            for (int i = 0; i < other.lines.distinct(); i++) {
                add(other.lines.value(i), other.lines.times(i));
            }
        }

        boolean isComparable() {
            return lines.size() >= PriceSensitivity.MIN_PRODUCT_LINES && lines.distinct() > 1;
        }

        long belowUsual(Counts paid) {
            derived();
            return belowUsualOf(paid);
        }

        private long belowUsualOf(Counts counted) {
            long cheap = 0;
            for (int i = 0; i < counted.distinct() && Sums.plus(counted.value(i), counted.value(i)) < twiceUsual; i++) {
                cheap += counted.times(i);
            }
            return cheap;
        }

        double shareBelowUsual() {
            derived();
            return shareBelowUsual;
        }

        /** 0 for the cheapest to 1 for the dearest; equals count half. */
        double position(long price) {
            long[] smaller = derived();
            long compared = lines.comparable(price);
            int i = lines.firstNotBelow(compared);
            long equal = i < lines.distinct() && lines.value(i) == compared ? lines.times(i) : 0;
            return (smaller[i] + equal / 2.0) / lines.size();
        }

        /** How many lines are below each of the different prices, and how many there are. */
        private long[] derived() {
            long[] known = below;
            if (known != null) {
                return known;
            }
            long[] smaller = new long[lines.distinct() + 1];
            for (int i = 0; i < lines.distinct(); i++) {
                smaller[i + 1] = smaller[i] + lines.times(i);
            }
            twiceUsual = lines.twiceMedian();
            shareBelowUsual = (double) belowUsualOf(lines) / lines.size();
            below = smaller;
            return smaller;
        }
    }
}
