package dev.comptoir.segment.learned;

import dev.comptoir.CustomerId;
import dev.comptoir.profile.fact.Facts;
import dev.comptoir.profile.fact.NumberFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One search for groups. */
final class Learning {
    private final LearnOptions options;
    private final int asked;
    private final List<CustomerId> ids = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private RobustScale[] scales = {};
    private double[][] points = {};

    Learning(Map<CustomerId, ? extends Facts> customers, LearnOptions options) {
        this.options = options;
        this.asked = customers.size();
        // In the order of the ids: the order of the map must not show.
        new TreeMap<CustomerId, Facts>(customers).forEach(this::add);
    }

    private void add(CustomerId customer, Facts facts) {
        double[] row = new double[options.features().size()];
        for (int f = 0; f < row.length; f++) {
            row[f] = facts.find(options.features().get(f))
                    .filter(NumberFact.class::isInstance)
                    .map(fact -> ((NumberFact) fact).value())
                    .orElse(Double.NaN);
            if (!Double.isFinite(row[f])) {
                return;
            }
        }
        ids.add(customer);
        values.add(row);
    }

    LearnedSegments learn() {
        if (ids.size() < options.minCustomers()) {
            return silent(Silence.TOO_FEW_CUSTOMERS, 0);
        }
        scale();
        long distinct = Arrays.stream(points).map(Arrays::hashCode).distinct().count();
        if (distinct < LearnedSegments.MIN_DISTINCT) {
            return silent(Silence.TOO_FEW_DISTINCT, 0);
        }
        int[] sample = Sample.without(points.length, Clustering.SAMPLE, new SplittableRandom(options.seed()));
        Distances distances =
                Distances.of(Arrays.stream(sample).mapToObj(i -> points[i]).toArray(double[][]::new));
        Clustering best = null;
        int[] bestLabels = {};
        double silhouette = Double.NEGATIVE_INFINITY;
        int most = (int) Math.min(options.maxClusters(), distinct - 1);
        for (int k = 2; k <= most; k++) {
            Clustering next = Clustering.of(points, k, options.seed());
            int[] labels = Arrays.stream(sample).map(i -> next.labels[i]).toArray();
            double mean = Silhouette.mean(distances, labels, k);
            // Fewer groups where more are not better.
            if (mean > silhouette) {
                best = next;
                bestLabels = labels;
                silhouette = mean;
            }
        }
        if (best == null || silhouette < LearnedSegments.MIN_SILHOUETTE) {
            return silent(Silence.NO_STRUCTURE, best == null ? 0 : silhouette);
        }
        double[] stability = Stability.means(
                distances,
                bestLabels,
                best.medoids.length,
                options.bootstraps(),
                new SplittableRandom(options.seed() + 1));
        return shown(best, silhouette, stability);
    }

    private void scale() {
        int features = options.features().size();
        scales = new RobustScale[features];
        for (int f = 0; f < features; f++) {
            scales[f] = RobustScale.of(column(f, IntStream.range(0, values.size())));
        }
        points = new double[values.size()][features];
        for (int i = 0; i < points.length; i++) {
            for (int f = 0; f < features; f++) {
                points[i][f] = scales[f].scaled(values.get(i)[f]);
            }
        }
    }

    private LearnedSegments shown(Clustering found, double silhouette, double[] stability) {
        int k = found.medoids.length;
        int[][] groups = new int[k][];
        for (int g = 0; g < k; g++) {
            int group = g;
            groups[g] = IntStream.range(0, points.length)
                    .filter(i -> found.labels[i] == group)
                    .toArray();
        }
        int[] bySize = IntStream.range(0, k)
                .boxed()
                .sorted(Comparator.comparingInt((Integer g) -> -groups[g].length)
                        .thenComparing(g -> ids.get(found.medoids[g])))
                .mapToInt(Integer::intValue)
                .toArray();
        List<LearnedSegment> segments = new ArrayList<>();
        List<UnstableGroup> unstable = new ArrayList<>();
        Map<CustomerId, LearnedSegment> segmentOf = new HashMap<>();
        for (int g : bySize) {
            if (stability[g] < Stability.TRUSTED) {
                unstable.add(new UnstableGroup(groups[g].length, stability[g]));
                continue;
            }
            LearnedSegment segment = new LearnedSegment(
                    segments.size() + 1,
                    groups[g].length,
                    (double) groups[g].length / points.length,
                    stability[g],
                    examples(found.medoids[g], groups[g]),
                    features(groups[g]));
            segments.add(segment);
            for (int i : groups[g]) {
                segmentOf.put(ids.get(i), segment);
            }
        }
        return new LearnedSegments(
                segments.isEmpty() ? Silence.UNSTABLE : null,
                ids.size(),
                asked - ids.size(),
                silhouette,
                segments,
                unstable,
                segmentOf);
    }

    private List<CustomerId> examples(int medoid, int[] group) {
        Comparator<Integer> nearest = Comparator.comparingDouble(i -> Distances.between(points[i], points[medoid]));
        return Arrays.stream(group)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> i != medoid)
                        .thenComparing(nearest)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(LearnedSegment.MAX_EXAMPLES)
                .map(ids::get)
                .toList();
    }

    private List<FeatureSummary> features(int[] group) {
        List<FeatureSummary> summaries = new ArrayList<>();
        for (int f = 0; f < scales.length; f++) {
            double median = median(column(f, Arrays.stream(group)));
            double overall = median(column(f, IntStream.range(0, values.size())));
            summaries.add(new FeatureSummary(
                    options.features().get(f),
                    median,
                    overall,
                    scales[f].distance(median) - scales[f].distance(overall)));
        }
        return summaries;
    }

    private double[] column(int feature, IntStream rows) {
        return rows.mapToDouble(i -> values.get(i)[feature]).toArray();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return RobustScale.quantile(values, 0.5);
    }

    private LearnedSegments silent(Silence silence, double silhouette) {
        return new LearnedSegments(silence, ids.size(), asked - ids.size(), silhouette, List.of(), List.of(), Map.of());
    }
}
