package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.testkit.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * MovieLens 100K under the deterministic protocol ML-100K-SG: ratings of 4 and more; users with 5 of them; users whose number 5
 * divides are tested on the last fifth of their items; items as known from training.
 */
public final class MovieLensSplit {
    private final Dataset train;
    private final List<int[]> foldIn = new ArrayList<>();
    private final List<Set<Integer>> target = new ArrayList<>();

    private record Rating(long user, long item, long time) {}

    private MovieLensSplit(List<Rating> ratings) {
        Map<Long, List<Rating>> users = new TreeMap<>();
        ratings.forEach(rating ->
                users.computeIfAbsent(rating.user(), id -> new ArrayList<>()).add(rating));
        users.values().removeIf(user -> user.size() < 5);
        Set<Long> known = new TreeSet<>();
        users.forEach((id, user) -> {
            if (id % 5 != 0) {
                user.forEach(rating -> known.add(rating.item()));
            }
        });
        Map<Long, Integer> items = new LinkedHashMap<>();
        known.forEach(item -> items.put(item, items.size()));
        Histories.Builder rows = Histories.builder(items.size());
        users.forEach((id, user) -> {
            user.sort(Comparator.comparingLong(Rating::time).thenComparingLong(Rating::item));
            int[] all = user.stream()
                    .filter(rating -> items.containsKey(rating.item()))
                    .mapToInt(rating -> items.getOrDefault(rating.item(), -1))
                    .toArray();
            if (id % 5 != 0) {
                rows.basket(0, all).endUser();
            } else if (all.length >= 5) {
                hold(all, all.length - Math.max(1, all.length / 5));
            }
        });
        train = Dataset.of(rows.build());
    }

    private void hold(int[] all, int cut) {
        int[] shown = new int[cut];
        System.arraycopy(all, 0, shown, 0, cut);
        Set<Integer> sought = new HashSet<>();
        for (int k = cut; k < all.length; k++) {
            sought.add(all[k]);
        }
        foldIn.add(shown);
        target.add(sought);
    }

    public static MovieLensSplit read() throws IOException {
        Path file = PublicData.require("movielens-100k").resolve("interactions.csv.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return new MovieLensSplit(reader.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> Double.parseDouble(cells[3]) >= 4)
                    .map(cells ->
                            new Rating(Long.parseLong(cells[0]), Long.parseLong(cells[1]), Long.parseLong(cells[2])))
                    .toList());
        }
    }

    public Dataset train() {
        return train;
    }

    /** Recall@20 and Recall@50, over min(k, targets), and NDCG@100: means over the users tested. */
    public double[] evaluate(Scorer scorer) {
        double[] sums = new double[3];
        float[] scores = new float[scorer.items()];
        for (int user = 0; user < foldIn.size(); user++) {
            scorer.score(History.of(0, new long[] {0}, new int[][] {foldIn.get(user)}), scores);
            for (int item : foldIn.get(user)) {
                scores[item] = Float.NEGATIVE_INFINITY;
            }
            List<Integer> ranked = new ArrayList<>();
            for (int item = 0; item < scores.length; item++) {
                ranked.add(item);
            }
            ranked.sort(Comparator.comparingDouble(item -> -scores[item]));
            Set<Integer> sought = target.get(user);
            sums[0] += recall(ranked, sought, 20);
            sums[1] += recall(ranked, sought, 50);
            double gain = 0;
            double ideal = 0;
            for (int rank = 0; rank < 100; rank++) {
                double discount = 1 / (Math.log(rank + 2) / Math.log(2));
                gain += sought.contains(ranked.get(rank)) ? discount : 0;
                ideal += rank < sought.size() ? discount : 0;
            }
            sums[2] += gain / ideal;
        }
        return new double[] {sums[0] / foldIn.size(), sums[1] / foldIn.size(), sums[2] / foldIn.size()};
    }

    private static double recall(List<Integer> ranked, Set<Integer> sought, int k) {
        long hits = ranked.subList(0, k).stream().filter(sought::contains).count();
        return (double) hits / Math.min(k, sought.size());
    }
}
