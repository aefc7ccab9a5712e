package dev.comptoir.recommend.model.repeat;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.model.HalfLife;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** For each item, the intervals at which known users rebuy it and how many of them ever do. Immutable. */
final class ItemRhythms {
    /*
     * l = ln(days between two baskets of a user with i).  Moments shrunken by k = prior, item to category to shop:
     *   mean_i = (sum l + k mean_c) / (n_i + k),   var_i = (sum (l - mean_i)^2 + k var_c) / (n_i + k),
     *   regular_i = (intervals within 2 deviations of the mean + k regular_c) / (n_i + k).
     * ever_i(n), that somebody with n purchases buys again, = (users with more than n + k ever_c(n)) / (users with n or more + k),
     * for n = 1 to LEVELS; above, as at LEVELS. Users whose purchase is recent count as not having come back yet: the figure is
     * too low, alike for all. The shop's own figures are drawn to a month, a deviation of 1, and one half.
     */
    static final double SHORTEST_DAYS = 0.5;
    static final int LEVELS = 4;
    private static final double MONTH = Math.log(30);
    private static final double LEAST_DEVIATION = 0.1;

    private final boolean timed;
    private final Interval[] intervals;
    private final float[] ever;

    private ItemRhythms(boolean timed, Interval[] intervals, float[] ever) {
        this.timed = timed;
        this.intervals = intervals;
        this.ever = ever;
    }

    static ItemRhythms of(Dataset data, double prior) {
        int items = data.items();
        int[] groups = new int[items];
        int groupCount = group(data.features(), groups);
        // The shop is the last group.
        Tally[] ofItem = tallies(items);
        Tally[] ofGroup = tallies(groupCount + 1);
        Intervals all = Intervals.of(data.histories(), ofItem);
        for (int item = 0; item < items; item++) {
            ofGroup[groupCount].add(ofItem[item]);
            if (groups[item] < groupCount) {
                ofGroup[groups[item]].add(ofItem[item]);
            }
        }
        double[] half = new double[LEVELS];
        Arrays.fill(half, 0.5);
        Level start = new Level(new Interval(MONTH, 1, 0.5), half);
        Level shop = ofGroup[groupCount].level(start, prior);
        Level[] levels = new Level[groupCount + 1];
        for (int group = 0; group < groupCount; group++) {
            levels[group] = ofGroup[group].level(shop, prior);
        }
        levels[groupCount] = shop;
        Level[] itemLevels = new Level[items];
        for (int item = 0; item < items; item++) {
            itemLevels[item] = ofItem[item].level(levels[groups[item]], prior);
        }
        return finish(all, groups, levels, itemLevels, prior);
    }

    /** Counts how regular the intervals are, now that their moments are known. */
    private static ItemRhythms finish(Intervals all, int[] groups, Level[] levels, Level[] ofItem, double prior) {
        int shop = levels.length - 1;
        double[] within = new double[levels.length];
        double[] total = new double[levels.length];
        double[] itemWithin = new double[ofItem.length];
        double[] itemTotal = new double[ofItem.length];
        for (int k = 0; k < all.size; k++) {
            int item = all.item[k];
            Interval interval = ofItem[item].interval;
            int one = Math.abs(all.logDays[k] - interval.mean()) <= 2 * interval.deviation() ? 1 : 0;
            itemWithin[item] += one;
            itemTotal[item]++;
            within[shop] += one;
            total[shop]++;
            if (groups[item] < shop) {
                within[groups[item]] += one;
                total[groups[item]]++;
            }
        }
        double ofShop = (within[shop] + prior / 2) / (total[shop] + prior);
        Interval[] intervals = new Interval[ofItem.length];
        float[] ever = new float[ofItem.length * LEVELS];
        for (int item = 0; item < ofItem.length; item++) {
            int group = groups[item];
            double ofGroup = group == shop ? ofShop : (within[group] + prior * ofShop) / (total[group] + prior);
            double regular = (itemWithin[item] + prior * ofGroup) / (itemTotal[item] + prior);
            Interval found = ofItem[item].interval;
            intervals[item] = new Interval(found.mean(), found.deviation(), regular);
            for (int n = 0; n < LEVELS; n++) {
                ever[item * LEVELS + n] = (float) ofItem[item].ever[n];
            }
        }
        return new ItemRhythms(all.timed, intervals, ever);
    }

    private static int group(ItemFeatures features, int[] groups) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int item = 0; item < groups.length; item++) {
            String category = features.category(item);
            groups[item] = category == null ? -1 : numbers.computeIfAbsent(category, key -> numbers.size());
        }
        for (int item = 0; item < groups.length; item++) {
            groups[item] = groups[item] < 0 ? numbers.size() : groups[item];
        }
        return numbers.size();
    }

    private static Tally[] tallies(int count) {
        Tally[] tallies = new Tally[count];
        Arrays.setAll(tallies, k -> new Tally());
        return tallies;
    }

    int items() {
        return intervals.length;
    }

    /** Whether purchases of the same user lie apart in time. */
    boolean timed() {
        return timed;
    }

    Interval interval(int item) {
        return intervals[item];
    }

    /** That somebody who bought an item so often buys it again: 0 to 1. */
    double ever(int item, int purchases) {
        return ever[item * LEVELS + Math.min(LEVELS, purchases) - 1];
    }

    /** The shrunken figures of an item, a category or the shop. */
    private static final class Level {
        private final Interval interval;
        private final double[] ever;

        Level(Interval interval, double[] ever) {
            this.interval = interval;
            this.ever = ever;
        }
    }

    /** Sums over the users of an item, a category or the shop. */
    private static final class Tally {
        private long count;
        private double sum;
        private double squares;
        /** Users with that many purchases or more. */
        private final long[] reached = new long[LEVELS + 1];

        void interval(double logDays) {
            count++;
            sum += logDays;
            squares += logDays * logDays;
        }

        void user(int purchases) {
            for (int n = 0; n < Math.min(purchases, LEVELS + 1); n++) {
                reached[n]++;
            }
        }

        void add(Tally other) {
            count += other.count;
            sum += other.sum;
            squares += other.squares;
            for (int n = 0; n < reached.length; n++) {
                reached[n] += other.reached[n];
            }
        }

        Level level(Level above, double prior) {
            double mean = (sum + prior * above.interval.mean()) / (count + prior);
            double around = Math.max(0, squares - 2 * mean * sum + count * mean * mean);
            double variance =
                    (around + prior * above.interval.deviation() * above.interval.deviation()) / (count + prior);
            double[] ever = new double[LEVELS];
            for (int n = 0; n < LEVELS; n++) {
                ever[n] = (reached[n + 1] + prior * above.ever[n]) / (reached[n] + prior);
            }
            return new Level(new Interval(mean, Math.max(LEAST_DEVIATION, Math.sqrt(variance)), 0.5), ever);
        }
    }

    /** All intervals of known users, in the order of the rows. */
    private static final class Intervals {
        private int[] item = new int[1024];
        private double[] logDays = new double[1024];
        private int size;
        private boolean timed;

        static Intervals of(Histories histories, Tally[] tallies) {
            Intervals all = new Intervals();
            int[] last = new int[histories.items()];
            Arrays.fill(last, -1);
            for (int row = 0; row < histories.knownRows(); row++) {
                History history = histories.history(row, 0);
                for (int k = 0; k < history.distinct(); k++) {
                    tallies[history.item(k)].user(history.count(k));
                }
                for (int basket = 0; basket < history.baskets(); basket++) {
                    for (int k = 0; k < history.basketSize(basket); k++) {
                        int one = history.item(basket, k);
                        if (last[one] >= 0) {
                            all.add(tallies[one], one, HalfLife.days(history.time(basket), history.time(last[one])));
                        }
                        last[one] = basket;
                    }
                }
                for (int k = 0; k < history.distinct(); k++) {
                    last[history.item(k)] = -1;
                }
            }
            return all;
        }

        private void add(Tally tally, int one, double days) {
            if (size == item.length) {
                item = Arrays.copyOf(item, 2 * size);
                logDays = Arrays.copyOf(logDays, 2 * size);
            }
            timed |= days > 0;
            item[size] = one;
            logDays[size] = Math.log(Math.max(SHORTEST_DAYS, days));
            tally.interval(logDays[size++]);
        }
    }
}
