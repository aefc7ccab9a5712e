package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The categories of items as numbers; several of one item have bars between. Immutable. */
final class Categories {
    private final int[][] of;
    private final int size;

    Categories(ItemFeatures features) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        of = new int[features.items()][];
        for (int item = 0; item < of.length; item++) {
            String named = features.category(item);
            of[item] = named == null
                    ? new int[0]
                    : Arrays.stream(named.split("\\|"))
                            .filter(name -> !name.isBlank())
                            .mapToInt(name -> numbers.computeIfAbsent(name, n -> numbers.size()))
                            .sorted()
                            .distinct()
                            .toArray();
        }
        size = numbers.size();
    }

    /** Whether there are at least two. */
    boolean known() {
        return size > 1;
    }

    /** 1 less common / all categories; items without any share nothing. */
    double distance(int left, int right) {
        int common = 0;
        for (int category : of[left]) {
            common += Arrays.binarySearch(of[right], category) >= 0 ? 1 : 0;
        }
        return common == 0 ? 1 : 1 - (double) common / (of[left].length + of[right].length - common);
    }

    /** KL(p || (1 - smoothing) q + smoothing p) of history and list; NaN where one of them has no categories. */
    double divergence(History history, int[] list, double smoothing) {
        double[] p = new double[size];
        double[] q = new double[size];
        for (int k = 0; k < history.distinct(); k++) {
            add(p, history.item(k), history.count(k));
        }
        for (int item : list) {
            add(q, item, 1);
        }
        double ofHistory = Arrays.stream(p).sum();
        double ofList = Arrays.stream(q).sum();
        if (size < 2 || ofHistory == 0 || ofList == 0) {
            return Double.NaN;
        }
        double divergence = 0;
        for (int category = 0; category < size; category++) {
            double share = p[category] / ofHistory;
            if (share > 0) {
                double mixed = (1 - smoothing) * q[category] / ofList + smoothing * share;
                divergence += share * Math.log(share / mixed);
            }
        }
        return divergence;
    }

    private void add(double[] sums, int item, double weight) {
        if (item >= of.length) {
            return;
        }
        for (int category : of[item]) {
            sums[category] += weight / of[item].length;
        }
    }
}
