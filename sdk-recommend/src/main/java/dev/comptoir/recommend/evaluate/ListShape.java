package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.InteractionMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What lists of recommendations look like beyond hits. Not thread-safe. */
final class ListShape {
    /*
     * Coverage: items in any list / items. Gini of exposure: sum over items in ascending order of their places x_(r) of
     * (2r - n - 1) x_(r) / (n sum x): 0 where all are shown alike, near 1 where few get all places. Novelty: mean over places of
     * -log2(buyers / rows), where an item without buyers counts as bought once. Repeat ratio: share of places held by items of
     * the history.
     * Intra-list distance: mean over pairs of 1 - |common categories| / |all categories| where categories are known, else of
     * 1 - cosine of buyers. Calibration: KL(p || .99 q + .01 p) of Steck: "Calibrated Recommendations", RecSys 2018; p over
     * categories of the history, each basket with an item counting once, q over the list; an item of several categories counts
     * in equal parts. Both take long on long rows, so that at most SAMPLED questions are looked at, evenly spread.
     */
    private static final int SAMPLED = 1000;
    private static final double SMOOTHING = 0.01;

    private final List<HeldOut> questions;
    private final int[][] lists;
    private final InteractionMatrix matrix;
    private final int[] buyers;
    private final Categories categories;
    private final int k;

    ListShape(Window window, int[][] lists, int k) {
        this.questions = window.questions();
        this.lists = lists;
        this.matrix = window.train().histories().matrix();
        this.buyers = matrix.itemCounts();
        this.categories = new Categories(window.train().features());
        this.k = k;
    }

    /** All figures by name, with the length of the list; those that do not apply are left out. */
    SortedMap<String, Double> figures() {
        SortedMap<String, Double> figures = new TreeMap<>();
        int[] places = new int[buyers.length];
        double surprise = 0;
        long repeats = 0;
        long shown = 0;
        for (int q = 0; q < lists.length; q++) {
            History history = questions.get(q).history();
            for (int place = 0; place < length(q); place++) {
                int item = lists[q][place];
                places[item]++;
                shown++;
                repeats += history.find(item) >= 0 ? 1 : 0;
                surprise -= Math.log((double) Math.max(1, buyers[item]) / matrix.rows()) / Math.log(2);
            }
        }
        figures.put(
                "coverage@" + k,
                (double) Arrays.stream(places).filter(p -> p > 0).count() / buyers.length);
        figures.put("gini@" + k, gini(places));
        figures.put("novelty@" + k, surprise / shown);
        figures.put("repeatRatio@" + k, (double) repeats / shown);
        sampled(figures);
        return figures;
    }

    private int length(int q) {
        return Math.min(k, lists[q].length);
    }

    static double gini(int[] places) {
        int[] sorted = places.clone();
        Arrays.sort(sorted);
        double weighted = 0;
        double sum = 0;
        for (int r = 1; r <= sorted.length; r++) {
            weighted += (2.0 * r - sorted.length - 1) * sorted[r - 1];
            sum += sorted[r - 1];
        }
        return weighted / (sorted.length * sum);
    }

    private void sampled(SortedMap<String, Double> figures) {
        InteractionMatrix rowsOf = matrix.transposed();
        int step = (lists.length + SAMPLED - 1) / SAMPLED;
        double distance = 0;
        int pairedLists = 0;
        double divergence = 0;
        int calibrated = 0;
        for (int q = 0; q < lists.length; q += step) {
            int[] list = Arrays.copyOf(lists[q], length(q));
            if (list.length > 1) {
                distance += distance(list, rowsOf);
                pairedLists++;
            }
            double one = categories.divergence(questions.get(q).history(), list, SMOOTHING);
            if (!Double.isNaN(one)) {
                divergence += one;
                calibrated++;
            }
        }
        if (pairedLists > 0) {
            figures.put((categories.known() ? "categoryDistance@" : "buyerDistance@") + k, distance / pairedLists);
        }
        if (calibrated > 0) {
            figures.put("calibrationKL@" + k, divergence / calibrated);
        }
    }

    private double distance(int[] list, InteractionMatrix rowsOf) {
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < list.length; a++) {
            for (int b = 0; b < a; b++) {
                sum += categories.known()
                        ? categories.distance(list[a], list[b])
                        : 1 - cosine(rowsOf, list[a], list[b]);
                pairs++;
            }
        }
        return sum / pairs;
    }

    private static double cosine(InteractionMatrix rowsOf, int left, int right) {
        int common = 0;
        int l = 0;
        int r = 0;
        while (l < rowsOf.rowLength(left) && r < rowsOf.rowLength(right)) {
            int order = Integer.compare(rowsOf.item(left, l), rowsOf.item(right, r));
            common += order == 0 ? 1 : 0;
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }
        return common == 0 ? 0 : common / Math.sqrt((double) rowsOf.rowLength(left) * rowsOf.rowLength(right));
    }
}
