package dev.comptoir.recommend.interaction;

import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.event.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** What customers looked at, as growing columns of primitives; about 20 bytes a look. Not thread-safe. */
final class LiveViews {
    /** Whoever looks at nothing for so long has left: half an hour, as in web analytics. */
    private static final long PAUSE_MILLIS = 30 * 60_000L;
    /** Beyond so many looks the older half is let go: what people look for changes faster than what they buy. */
    private static final int MOST = 4_000_000;

    private final DenseIndex<CustomerId> customers = new DenseIndex<>();
    private final DenseIndex<ProductId> products = new DenseIndex<>();
    private final List<DayCounts> looksByDay = new ArrayList<>();
    private int size;
    private long[] time = new long[16];
    private int[] customer = new int[16];
    private int[] product = new int[16];
    /** Tells looks of the same instant apart, whatever their order of arrival. */
    private int[] idHash = new int[16];

    void add(View view) {
        if (size == time.length) {
            if (size >= MOST) {
                forgetOlderHalf();
            } else {
                resize(2 * size);
            }
        }
        time[size] = view.at().toEpochMilli();
        customer[size] = customers.indexOrAdd(view.customer());
        product[size] = products.indexOrAdd(view.product());
        idHash[size] = view.id().value().hashCode();
        if (looksByDay.size() < products.size()) {
            looksByDay.add(new DayCounts());
        }
        looksByDay.get(product[size]).add((int) Math.floorDiv(time[size], 86_400_000L), 1);
        size++;
    }

    /**
     * One row for each visit in which more than one look fell on an item, each look a basket of its own; in the order of the
     * customers' ids and then of time.
     *
     * @param itemOf the item of a product; below 0 for those that are passed over
     */
    Histories visits(ToIntFunction<ProductId> itemOf, int items) {
        int[] item = new int[products.size()];
        Arrays.setAll(item, index -> itemOf.applyAsInt(products.key(index)));
        Integer[] looks = new Integer[size];
        int kept = 0;
        for (int look = 0; look < size; look++) {
            if (item[product[look]] >= 0) {
                looks[kept++] = look;
            }
        }
        Arrays.sort(
                looks,
                0,
                kept,
                Comparator.comparing((Integer look) -> customers.key(customer[look]))
                        .thenComparingLong(look -> time[look])
                        .thenComparingInt(look -> idHash[look])
                        .thenComparingInt(look -> item[product[look]]));
        Histories.Builder rows = Histories.builder(items);
        int from = 0;
        for (int k = 1; k <= kept; k++) {
            boolean ends = k == kept
                    || customer[looks[k]] != customer[looks[k - 1]]
                    || time[looks[k]] - time[looks[k - 1]] > PAUSE_MILLIS;
            if (ends) {
                for (int look = from; look < k && k - from > 1; look++) {
                    rows.basket(time[looks[look]], item[product[looks[look]]]);
                }
                if (k - from > 1) {
                    rows.endUser();
                }
                from = k;
            }
        }
        return rows.build();
    }

    /** How often each item was looked at, by day; all looks ever, also those that no visit holds any more. */
    SalesCounts counts(ToIntFunction<ProductId> itemOf, int items) {
        DayCounts[] of = new DayCounts[items];
        for (int index = 0; index < products.size(); index++) {
            int item = itemOf.applyAsInt(products.key(index));
            if (item >= 0) {
                of[item] = looksByDay.get(index);
            }
        }
        return SalesCounts.of(of);
    }

    private void forgetOlderHalf() {
        long[] sorted = Arrays.copyOf(time, size);
        Arrays.sort(sorted);
        long middle = sorted[size / 2];
        int left = 0;
        for (int look = 0; look < size; look++) {
            if (time[look] > middle) {
                time[left] = time[look];
                customer[left] = customer[look];
                product[left] = product[look];
                idHash[left++] = idHash[look];
            }
        }
        size = left;
    }

    private void resize(int capacity) {
        time = Arrays.copyOf(time, capacity);
        customer = Arrays.copyOf(customer, capacity);
        product = Arrays.copyOf(product, capacity);
        idHash = Arrays.copyOf(idHash, capacity);
    }
}
