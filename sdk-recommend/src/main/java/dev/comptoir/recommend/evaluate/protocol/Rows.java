package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers lines into rows of baskets. Lines of items that the catalogue does not have are dropped; their users stay. */
final class Rows {
    private static final long DAY = 86_400_000;
    private static final long PAUSE = 1_800_000;

    private final Interactions lines;
    private final Catalogue catalogue;
    private final int[] item;
    private final boolean together;
    private final boolean times;
    private final boolean byNumber;

    /** @param together whether lines of a basket are one event, not each its own */
    Rows(Interactions lines, Catalogue catalogue, boolean together) {
        this.lines = lines;
        this.catalogue = catalogue;
        this.item = lines.itemNumbers(catalogue);
        this.together = together;
        this.times = lines.hasTimes();
        this.byNumber = !times && lines.basketIdsAreNumbers();
    }

    Dataset byUser() {
        Ids ids = lines.userNumbering();
        int[] user = lines.userNumbers(ids);
        int[] start = new int[ids.size() + 1];
        for (int u : user) {
            if (u >= 0) {
                start[u + 1]++;
            }
        }
        for (int u = 0; u < ids.size(); u++) {
            start[u + 1] += start[u];
        }
        int[] fill = Arrays.copyOf(start, ids.size());
        int[] byUser = new int[start[ids.size()]];
        Map<Long, List<Integer>> receipts = new LinkedHashMap<>();
        for (int line = 0; line < user.length; line++) {
            if (user[line] >= 0) {
                byUser[fill[user[line]]++] = line;
            } else {
                receipts.computeIfAbsent(receiptKey(line), key -> new ArrayList<>())
                        .add(line);
            }
        }
        Histories.Builder rows = Histories.builder(catalogue.size());
        for (int u = 0; u < ids.size(); u++) {
            addRow(
                    rows,
                    inOrder(Arrays.stream(byUser, start[u], start[u + 1])
                            .boxed()
                            .toList()));
            rows.endUser();
        }
        for (List<Integer> receipt : receipts.values()) {
            addRow(rows, inOrder(receipt));
            rows.endAnonymous();
        }
        return new Dataset(rows.build(), catalogue.features());
    }

    Dataset bySession(boolean hasTimes) {
        Map<Long, List<Integer>> groups = new LinkedHashMap<>();
        Ids ids = lines.userNumbering();
        int[] user = lines.userNumbers(ids);
        List<Integer> order = new ArrayList<>();
        for (int line = 0; line < user.length; line++) {
            order.add(line);
        }
        if (hasTimes) {
            order.sort(Comparator.comparingLong(lines::time));
        }
        long[] last = new long[ids.size()];
        long[] session = new long[ids.size()];
        long opened = 0;
        for (int line : order) {
            long key;
            int u = user[line];
            if (lines.basket(line) >= 0) {
                key = ((long) (u + 1) << 32) | lines.basket(line);
            } else if (u < 0) {
                key = receiptKey(line);
            } else {
                if (session[u] == 0 || lines.time(line) - last[u] > PAUSE) {
                    session[u] = --opened;
                }
                last[u] = lines.time(line);
                key = Long.MIN_VALUE / 2 + session[u];
            }
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
        }
        Histories.Builder rows = Histories.builder(catalogue.size());
        for (List<Integer> group : groups.values()) {
            addRow(rows, group);
            rows.endUser();
        }
        return new Dataset(rows.build(), catalogue.features());
    }

    private List<Integer> inOrder(List<Integer> of) {
        Comparator<Integer> order = Comparator.comparingLong(lines::time);
        if (byNumber) {
            order = order.thenComparingLong(line -> lines.basket(line) < 0 ? 0 : basketNumber(line));
        }
        List<Integer> sorted = new ArrayList<>(of);
        sorted.sort(order);
        return sorted;
    }

    private long basketNumber(int line) {
        String id = lines.basketId(line);
        return id == null ? 0 : Long.parseLong(id);
    }

    private void addRow(Histories.Builder rows, List<Integer> of) {
        if (!together) {
            for (int line : of) {
                if (item[line] >= 0) {
                    rows.basket(lines.time(line), item[line]);
                }
            }
            return;
        }
        Map<Long, List<Integer>> baskets = new LinkedHashMap<>();
        for (int line : of) {
            baskets.computeIfAbsent(basketKey(line), key -> new ArrayList<>()).add(line);
        }
        for (List<Integer> basket : baskets.values()) {
            rows.basket(
                    lines.time(basket.get(0)),
                    basket.stream()
                            .mapToInt(line -> item[line])
                            .filter(i -> i >= 0)
                            .toArray());
        }
    }

    /** The same for lines of one user that belong together. */
    private long basketKey(int line) {
        if (lines.basket(line) >= 0) {
            return lines.basket(line);
        }
        return times ? Long.MIN_VALUE / 2 + Math.floorDiv(lines.time(line), DAY) : -1L - line;
    }

    private long receiptKey(int line) {
        return lines.basket(line) >= 0 ? lines.basket(line) : -1L - line;
    }
}
