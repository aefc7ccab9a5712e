package dev.comptoir.benchmarks;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Made-up baskets of any size, the same for the same seed. Stateless. */
final class GrowthData {
    /*
     * Items: popularity 1 / (rank + 10)^.9; each stands in one of 24 groups. Users: lognormal shares of the lines (sigma 1),
     * three groups each. A line is with 1/3 something the user had, otherwise with 3/4 of one of the user's groups, otherwise of
     * all. Baskets of 1 to 7, one after the other at random steps within two years.
     */
    private static final int GROUPS = 24;
    private static final double FLATTENING = 10;
    private static final double POWER = 0.9;
    private static final double SIGMA = 1;
    private static final double AGAIN = 1.0 / 3;
    private static final double OF_TASTE = 0.75;
    private static final int LARGEST_BASKET = 7;
    private static final long DAY = 86_400_000;
    private static final int DAYS = 730;

    private GrowthData() {}

    static Dataset of(GrowthSize size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] popularity = new double[size.items()];
        for (int item = 0; item < popularity.length; item++) {
            popularity[item] = (item == 0 ? 0 : popularity[item - 1]) + Math.pow(item + FLATTENING, -POWER);
        }
        int[] degrees = degrees(size, random);
        Histories.Builder rows = Histories.builder(size.items());
        for (int degree : degrees) {
            user(rows, degree, popularity, random.split());
        }
        return Dataset.of(rows.build());
    }

    /** How many lines each user has; at least two, so that there is something to follow something. */
    private static int[] degrees(GrowthSize size, SplittableRandom random) {
        double[] weight = new double[size.users()];
        double sum = 0;
        for (int user = 0; user < weight.length; user++) {
            weight[user] = Math.exp(SIGMA * random.nextGaussian());
            sum += weight[user];
        }
        int[] degrees = new int[weight.length];
        double left = Math.max(0, size.interactions() - 2.0 * size.users());
        double due = 0;
        long given = 0;
        for (int user = 0; user < degrees.length; user++) {
            due += left * weight[user] / sum;
            degrees[user] = 2 + (int) (Math.round(due) - given);
            given = Math.round(due);
        }
        return degrees;
    }

    private static void user(Histories.Builder rows, int degree, double[] popularity, SplittableRandom random) {
        int[] tastes = {random.nextInt(GROUPS), random.nextInt(GROUPS), random.nextInt(GROUPS)};
        int[] had = new int[degree];
        int size = 0;
        double at = random.nextInt(DAYS / 2);
        double step = (DAYS - at) * LARGEST_BASKET / 2 / degree;
        while (size < degree) {
            int[] basket = new int[Math.min(degree - size, 1 + random.nextInt(LARGEST_BASKET))];
            for (int k = 0; k < basket.length; k++) {
                basket[k] = size > 0 && random.nextDouble() < AGAIN
                        ? had[random.nextInt(size)]
                        : fresh(popularity, tastes, random);
            }
            System.arraycopy(basket, 0, had, size, basket.length);
            size += basket.length;
            rows.basket(Math.round(at * DAY), basket);
            at = Math.min(DAYS, at + 2 * step * random.nextDouble());
        }
        rows.endUser();
    }

    private static int fresh(double[] popularity, int[] tastes, SplittableRandom random) {
        int item = find(popularity, random.nextDouble() * popularity[popularity.length - 1]);
        if (random.nextDouble() < OF_TASTE && popularity.length > GROUPS) {
            // The neighbour in rank that is of the group: about as popular.
            int moved = item - item % GROUPS + tastes[random.nextInt(tastes.length)];
            return moved < popularity.length ? moved : moved - GROUPS;
        }
        return item;
    }

    private static int find(double[] sums, double value) {
        int at = Arrays.binarySearch(sums, value);
        return Math.min(sums.length - 1, at < 0 ? -at - 1 : at);
    }
}
