package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.interaction.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A data set as it comes: lines of user, item, time, value and basket, in the order of the file. Times, values, baskets and even
 * users can be missing. Immutable and thread-safe. About 28 bytes a line.
 */
public final class Interactions {
    private static final int NONE = -1;

    private final int size;
    private final List<String> userIds;
    private final List<String> itemIds;
    private final List<String> basketIds;
    private final int[] user;
    private final int[] item;
    private final int[] basket;
    private final long[] time;
    private final double[] value;

    private Interactions(Builder from, int size) {
        this.size = size;
        this.userIds = List.copyOf(from.userIds);
        this.itemIds = List.copyOf(from.itemIds);
        this.basketIds = List.copyOf(from.basketIds);
        this.user = Arrays.copyOf(from.user, size);
        this.item = Arrays.copyOf(from.item, size);
        this.basket = Arrays.copyOf(from.basket, size);
        this.time = Arrays.copyOf(from.time, size);
        this.value = Arrays.copyOf(from.value, size);
    }

    /** Begins without lines. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of lines. */
    public int size() {
        return size;
    }

    /** How many different users are named. */
    public int users() {
        return (int) Arrays.stream(user).filter(u -> u != NONE).distinct().count();
    }

    /** Whether lines differ in time; otherwise the order of the file stands for it. */
    public boolean hasTimes() {
        for (int line = 1; line < size; line++) {
            if (time[line] != time[0]) {
                return true;
            }
        }
        return false;
    }

    /** The lines of at least this value, in their order; NaN is below every value. */
    public Interactions withMinValue(double least) {
        Builder kept = new Builder();
        for (int line = 0; line < size; line++) {
            if (value[line] >= least) {
                kept.add(userId(line), itemId(line), time[line], value[line], basketId(line));
            }
        }
        return kept.build();
    }

    /**
     * Rows of users with their baskets: lines of the same basket id; without one, lines of the same user and day (UTC); without
     * time, every line by itself. Lines without user are receipts by themselves.
     */
    public Dataset baskets(Catalogue catalogue) {
        return new Rows(this, catalogue, true).byUser();
    }

    /** Rows of users with every line as an event of its own; a receipt without user is a row by itself. */
    public Dataset events(Catalogue catalogue) {
        return new Rows(this, catalogue, false).byUser();
    }

    /**
     * Rows of sessions with every line as an event of its own: lines of the same basket id; without one, lines of a user with no
     * pause of more than half an hour between; without times, all lines of a user.
     */
    public Dataset sessions(Catalogue catalogue) {
        return new Rows(this, catalogue, false).bySession(hasTimes());
    }

    /** The user of a line by ascending id, as rows are; -1 where there is none. */
    int[] userNumbers(Ids users) {
        int[] numberOf = userIds.stream().mapToInt(users::find).toArray();
        int[] numbers = new int[size];
        Arrays.setAll(numbers, line -> user[line] == NONE ? NONE : numberOf[user[line]]);
        return numbers;
    }

    Ids userNumbering() {
        return Ids.of(userIds, userIds.size());
    }

    /** The item of each line in a catalogue; -1 where it has none. */
    int[] itemNumbers(Catalogue catalogue) {
        int[] numberOf = itemIds.stream().mapToInt(catalogue::find).toArray();
        int[] numbers = new int[size];
        Arrays.setAll(numbers, line -> numberOf[item[line]]);
        return numbers;
    }

    @Nullable
    String userId(int line) {
        return user[line] == NONE ? null : userIds.get(user[line]);
    }

    String itemId(int line) {
        return itemIds.get(item[line]);
    }

    @Nullable
    String basketId(int line) {
        return basket[line] == NONE ? null : basketIds.get(basket[line]);
    }

    /** A number for the basket id of a line; -1 where there is none. */
    int basket(int line) {
        return basket[line];
    }

    boolean basketIdsAreNumbers() {
        return basketIds.stream().allMatch(Ids::isNumber);
    }

    long time(int line) {
        return time[line];
    }

    double value(int line) {
        return value[line];
    }

    /** Collects lines. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Integer> userOf = new HashMap<>();
        private final Map<String, Integer> itemOf = new HashMap<>();
        private final Map<String, Integer> basketOf = new HashMap<>();
        private final List<String> userIds = new ArrayList<>();
        private final List<String> itemIds = new ArrayList<>();
        private final List<String> basketIds = new ArrayList<>();
        private int size;
        private int[] user = new int[1024];
        private int[] item = new int[1024];
        private int[] basket = new int[1024];
        private long[] time = new long[1024];
        private double[] value = new double[1024];

        private Builder() {}

        /**
         * Adds a line.
         *
         * @param userId the data set's own id; null where the buyer is not known
         * @param itemId the data set's own id
         * @param at milliseconds of the epoch; 0 where there is none
         * @param worth a rating or a quantity; 1 where there is none
         * @param basketId unique for a user, or for all where there is no user; null where there is none
         */
        public Builder add(@Nullable String userId, String itemId, long at, double worth, @Nullable String basketId) {
            if (size == user.length) {
                int larger = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * size);
                user = Arrays.copyOf(user, larger);
                item = Arrays.copyOf(item, larger);
                basket = Arrays.copyOf(basket, larger);
                time = Arrays.copyOf(time, larger);
                value = Arrays.copyOf(value, larger);
            }
            user[size] = userId == null ? NONE : number(userId, userOf, userIds);
            item[size] = number(itemId, itemOf, itemIds);
            basket[size] = basketId == null ? NONE : number(basketId, basketOf, basketIds);
            time[size] = at;
            value[size++] = worth;
            return this;
        }

        private static int number(String id, Map<String, Integer> numbers, List<String> ids) {
            Integer known = numbers.putIfAbsent(id, ids.size());
            if (known != null) {
                return known;
            }
            ids.add(id);
            return ids.size() - 1;
        }

        /** The lines added so far. */
        public Interactions build() {
            return new Interactions(this, size);
        }
    }
}
