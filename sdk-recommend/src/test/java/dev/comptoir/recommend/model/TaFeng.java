package dev.comptoir.recommend.model;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.testkit.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Baskets of a supermarket (Ta Feng) without dates. The last basket of each user is the target; all earlier ones of everybody are
 * learnt from. 2,000 users, drawn with seed 7 from the numeric order of their ids, are for validation, the others for the test.
 */
final class TaFeng {
    static final long SEED = 7;
    private static final int VALIDATION = 2000;

    final Dataset data;
    /** The distinct items of each row's last basket. */
    final int[][] targets;
    /** Each row's baskets with their items in the order of the file. */
    final int[][][] baskets;

    final int[] validation;
    final int[] test;

    private TaFeng(SortedMap<Integer, TreeMap<Integer, List<Integer>>> users, int items) {
        Histories.Builder rows = Histories.builder(items);
        targets = new int[users.size()][];
        baskets = new int[users.size()][][];
        int row = 0;
        for (TreeMap<Integer, List<Integer>> one : users.values()) {
            targets[row] = ints(one.lastEntry().getValue());
            baskets[row] = one.headMap(one.lastKey()).values().stream()
                    .map(TaFeng::ints)
                    .toArray(int[][]::new);
            for (int[] basket : baskets[row]) {
                rows.basket(0, basket);
            }
            rows.endUser();
            row++;
        }
        data = Dataset.of(rows.build());
        List<Integer> order = new ArrayList<>();
        for (int k = 0; k < targets.length; k++) {
            order.add(k);
        }
        Collections.shuffle(order, new Random(SEED));
        validation = ints(order.subList(0, VALIDATION));
        test = ints(order.subList(VALIDATION, order.size()));
    }

    static TaFeng read() throws IOException {
        Path file = PublicData.require("tafeng").resolve("baskets.csv.gz");
        SortedMap<Integer, TreeMap<Integer, List<Integer>>> users = new TreeMap<>();
        int items = 0;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                int item = Integer.parseInt(cells[2]);
                items = Math.max(items, item + 1);
                users.computeIfAbsent(Integer.valueOf(cells[0]), id -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(cells[1]), number -> new ArrayList<>())
                        .add(item);
            }
        }
        return new TaFeng(users, items);
    }

    int[] everybody() {
        int[] all = new int[targets.length];
        Arrays.setAll(all, k -> k);
        return all;
    }

    History history(int row) {
        return data.histories().history(row, 0);
    }

    /** The same purchases, each a basket of its own, in the order of the file. */
    History oneItemABasket(int row) {
        int[][] single = Arrays.stream(baskets[row])
                .flatMapToInt(Arrays::stream)
                .mapToObj(item -> new int[] {item})
                .toArray(int[][]::new);
        return History.of(0, new long[single.length], single);
    }

    /** Means over users. Recall is hits / targets; the ideal of NDCG runs over all targets, also beyond the tenth place. */
    record Figures(double recall, double ndcg, double hitRate, double recallError, double ndcgError) {
        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "R@10 %.4f (%.4f) NDCG_full@10 %.4f (%.4f) PHR@10 %.4f",
                    recall,
                    recallError,
                    ndcg,
                    ndcgError,
                    hitRate);
        }
    }

    /** Sets the scores of all items for a row. */
    interface RowScorer {
        void score(int row, float[] scores);
    }

    Figures evaluate(Scorer scorer, int[] rows) {
        return evaluate((row, scores) -> scorer.score(history(row), scores), rows);
    }

    /** Ranks all items above 0 for each row; of equal scores the smaller index comes first. */
    Figures evaluate(RowScorer scorer, int[] rows) {
        float[] scores = new float[data.items()];
        double[] sums = new double[5];
        for (int row : rows) {
            scorer.score(row, scores);
            int[] top = top(scores, 10);
            double hits = 0;
            double gain = 0;
            double ideal = 0;
            for (int rank = 0; rank < top.length; rank++) {
                int item = top[rank];
                if (Arrays.stream(targets[row]).anyMatch(target -> target == item)) {
                    hits++;
                    gain += discount(rank);
                }
            }
            for (int rank = 0; rank < targets[row].length; rank++) {
                ideal += discount(rank);
            }
            double recall = hits / targets[row].length;
            double ndcg = gain / ideal;
            sums[0] += recall;
            sums[1] += ndcg;
            sums[2] += hits > 0 ? 1 : 0;
            sums[3] += recall * recall;
            sums[4] += ndcg * ndcg;
        }
        double n = rows.length;
        double recall = sums[0] / n;
        double ndcg = sums[1] / n;
        return new Figures(
                recall,
                ndcg,
                sums[2] / n,
                Math.sqrt((sums[3] / n - recall * recall) / n),
                Math.sqrt((sums[4] / n - ndcg * ndcg) / n));
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }

    static int[] top(float[] scores, int size) {
        int[] top = new int[size];
        int held = 0;
        for (int item = 0; item < scores.length; item++) {
            int at = held;
            while (scores[item] > 0 && at > 0 && scores[top[at - 1]] < scores[item]) {
                at--;
            }
            if (scores[item] > 0 && at < size) {
                held = Math.min(size, held + 1);
                System.arraycopy(top, at, top, at + 1, held - 1 - at);
                top[at] = item;
            }
        }
        return Arrays.copyOf(top, held);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
