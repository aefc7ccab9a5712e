package dev.comptoir.recommend.model.session;

import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;

/** Counts what follows each item, one item after the other, in the order of the data. */
final class RuleCounts {
    /*
     * A basket of more items is an import or a stock list, not a choice; its pairs would be millions.
     */
    private static final int LARGEST_BASKET = 1000;

    private static final int BLOCKS = 256;

    private final Histories histories;
    private final SequentialRulesSettings settings;
    private final double[] decay;
    private final double[] damping;
    private final int[] lastBasket;
    private final int[] firstEvent;
    private final int[] basketOf;

    private RuleCounts(Histories histories, SequentialRulesSettings settings) {
        this.histories = histories;
        this.settings = settings;
        this.lastBasket = new int[histories.baskets()];
        int longest = 1;
        for (int row = 0; row < histories.rows(); row++) {
            int from = histories.firstBasket(row);
            int to = from + histories.basketCount(row);
            Arrays.fill(lastBasket, from, to, to - 1);
            longest = Math.max(longest, to - from);
        }
        this.decay = settings.decay().table(Math.min(settings.window(), longest));
        int items = histories.items();
        this.firstEvent = new int[items + 1];
        for (int b = 0; b < histories.baskets(); b++) {
            for (int line = histories.firstLine(b); counts(b) && line < histories.firstLine(b + 1); line++) {
                firstEvent[histories.item(line) + 1]++;
            }
        }
        this.damping = new double[items];
        for (int item = 0; item < items; item++) {
            damping[item] = Math.pow(Math.max(1, firstEvent[item + 1]), -settings.popularityDamping());
            firstEvent[item + 1] += firstEvent[item];
        }
        this.basketOf = new int[firstEvent[items]];
        int[] free = Arrays.copyOf(firstEvent, items);
        for (int b = 0; b < histories.baskets(); b++) {
            for (int line = histories.firstLine(b); counts(b) && line < histories.firstLine(b + 1); line++) {
                basketOf[free[histories.item(line)]++] = b;
            }
        }
    }

    static RuleTable count(Histories histories, SequentialRulesSettings settings, Tiles tiles) {
        RuleCounts counts = new RuleCounts(histories, settings);
        int items = histories.items();
        int[][] next = new int[items][];
        float[][] weight = new float[items][];
        int block = Math.max(1, (items + BLOCKS - 1) / BLOCKS);
        tiles.run((items + block - 1) / block, piece -> {
            double[] sums = new double[items];
            int[] touched = new int[items];
            for (int item = piece * block; item < Math.min(items, (piece + 1) * block); item++) {
                int size = counts.follow(item, sums, touched);
                next[item] = counts.strongest(sums, touched, size);
                weight[item] = new float[next[item].length];
                for (int k = 0; k < weight[item].length; k++) {
                    weight[item][k] = (float) sums[next[item][k]];
                }
                for (int k = 0; k < size; k++) {
                    sums[touched[k]] = 0;
                }
            }
        });
        boolean[] known = new boolean[items];
        for (int item = 0; item < items; item++) {
            known[item] = counts.firstEvent[item + 1] > counts.firstEvent[item];
        }
        return new RuleTable(known, next, weight);
    }

    private boolean counts(int basket) {
        return histories.basketSize(basket) <= LARGEST_BASKET;
    }

    /** Adds up what follows an item; gives the number of items that do. */
    private int follow(int item, double[] sums, int[] touched) {
        int size = 0;
        for (int event = firstEvent[item]; event < firstEvent[item + 1]; event++) {
            int basket = basketOf[event];
            if (settings.sameStep()) {
                size = add(basket, item, decay[0], sums, touched, size);
            }
            int last = Math.min(lastBasket[basket], basket + decay.length);
            for (int b = basket + 1; b <= last; b++) {
                size = add(b, -1, decay[b - basket - 1], sums, touched, size);
            }
        }
        for (int k = 0; k < size; k++) {
            sums[touched[k]] *= damping[touched[k]];
        }
        return size;
    }

    private int add(int basket, int except, double weight, double[] sums, int[] touched, int known) {
        int size = known;
        if (!counts(basket) || !(weight > 0)) {
            return size;
        }
        for (int line = histories.firstLine(basket); line < histories.firstLine(basket + 1); line++) {
            int next = histories.item(line);
            if (next == except) {
                continue;
            }
            if (sums[next] == 0) {
                touched[size++] = next;
            }
            sums[next] += weight;
        }
        return size;
    }

    /** The items with the largest sums, of equal ones the smallest, in ascending order. */
    private int[] strongest(double[] sums, int[] touched, int size) {
        long[] keys = new long[size];
        int kept = 0;
        for (int k = 0; k < size; k++) {
            int bits = Float.floatToIntBits((float) sums[touched[k]]);
            if (bits > 0) {
                keys[kept++] = ((long) (Integer.MAX_VALUE - bits) << 32) | touched[k];
            }
        }
        int count = Math.min(kept, settings.rulesPerItem());
        if (count < kept) {
            Selection.smallest(keys, kept, count);
        }
        int[] result = new int[count];
        for (int k = 0; k < count; k++) {
            result[k] = (int) keys[k];
        }
        Arrays.sort(result);
        return result;
    }
}
