package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.evaluate.LeakageException;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two parts that somebody divided, as one data set again. Stateless. */
final class Joined {
    private Joined() {}

    /** The known rows of the first, then those of the second. */
    static Dataset of(Dataset first, Dataset second) {
        Histories.Builder rows = Histories.builder(first.items());
        for (Histories part : List.of(first.histories(), second.histories())) {
            for (int row = 0; row < part.knownRows(); row++) {
                for (int b = part.firstBasket(row); b < part.firstBasket(row) + part.basketCount(row); b++) {
                    rows.basket(part.time(b), items(part, b));
                }
                rows.endUser();
            }
        }
        return new Dataset(rows.build(), first.features());
    }

    /** Refuses rows of two events or more that are in both parts, at the same times; without times nothing can be said. */
    static void refuseDoubles(Histories train, Histories test) {
        if (train.baskets() == 0 || train.newest() == train.time(0)) {
            return;
        }
        Map<Long, Integer> seen = new HashMap<>();
        for (int row = 0; row < train.knownRows(); row++) {
            seen.put(fingerprint(train, row), row);
        }
        long leaking = 0;
        for (int row = 0; row < test.knownRows(); row++) {
            Integer same = seen.get(fingerprint(test, row));
            if (same != null && test.basketCount(row) > 1 && equal(train, same, test, row)) {
                leaking += test.basketCount(row);
            }
        }
        if (leaking > 0) {
            throw new LeakageException(leaking, "events of the test are in the training, at the same times.");
        }
    }

    private static long fingerprint(Histories histories, int row) {
        long hash = histories.basketCount(row);
        for (int b = histories.firstBasket(row); b < histories.firstBasket(row) + histories.basketCount(row); b++) {
            hash = 31 * (31 * hash + histories.time(b)) + Arrays.hashCode(items(histories, b));
        }
        return hash;
    }

    private static boolean equal(Histories left, int leftRow, Histories right, int rightRow) {
        if (left.basketCount(leftRow) != right.basketCount(rightRow)) {
            return false;
        }
        for (int k = 0; k < left.basketCount(leftRow); k++) {
            int l = left.firstBasket(leftRow) + k;
            int r = right.firstBasket(rightRow) + k;
            if (left.time(l) != right.time(r) || !Arrays.equals(items(left, l), items(right, r))) {
                return false;
            }
        }
        return true;
    }

    private static int[] items(Histories histories, int basket) {
        int[] items = new int[histories.basketSize(basket)];
        Arrays.setAll(items, k -> histories.item(histories.firstLine(basket) + k));
        return items;
    }
}
