package dev.comptoir.segment.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.CustomerId;
import dev.comptoir.segment.MapFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LearnedSegmentsTest {
    @Test
    void threeKindsOfCustomersAreFoundAndNamed() {
        LearnedSegments learned = LearnedSegments.of(threeKinds(60, 1), LearnOptions.withSeed(1));
        assertThat(learned.silence()).isEmpty();
        assertThat(learned.segments()).hasSize(3);
        assertThat(learned.unstable()).isEmpty();
        assertThat(learned.segments()).extracting(LearnedSegment::customers).containsExactly(60, 60, 60);
        for (LearnedSegment segment : learned.segments()) {
            String kind = segment.medoid().value().substring(0, 1);
            assertThat(segment.examples())
                    .hasSize(5)
                    .allMatch(each -> each.value().startsWith(kind));
            assertThat(segment.stability()).isBetween(.9, 1.0);
            assertThat(segment.description(Locale.ENGLISH))
                    .contains(
                            switch (kind) {
                                case "a" -> "buys often";
                                case "b" -> "large baskets";
                                default -> "has not come for long";
                            });
            assertThat(segment.description(Locale.FRENCH))
                    .contains(
                            switch (kind) {
                                case "a" -> "achète souvent";
                                case "b" -> "gros paniers";
                                default -> "pas venu depuis longtemps";
                            });
        }
        assertThat(learned.find(CustomerId.of("a7")))
                .contains(learned.find(CustomerId.of("a8")).orElseThrow());
        assertThat(learned.find(CustomerId.of("nobody"))).isEmpty();
    }

    @Test
    void neitherOrderNorRepetitionShows() {
        Map<CustomerId, MapFacts> customers = threeKinds(500, 3);
        List<CustomerId> order = new ArrayList<>(customers.keySet());
        Collections.shuffle(order, new Random(5));
        Map<CustomerId, MapFacts> shuffled = new LinkedHashMap<>();
        order.forEach(id -> shuffled.put(id, customers.get(id)));
        LearnOptions options = LearnOptions.withSeed(9).withBootstraps(10).withMaxClusters(4);
        LearnedSegments one = LearnedSegments.of(customers, options);
        // 1,500 customers: more than one sample holds.
        LearnedSegments other = LearnedSegments.of(shuffled, options);
        assertThat(one.segments()).hasSize(3).isEqualTo(other.segments());
        assertThat(one.silhouette()).isEqualTo(other.silhouette());
    }

    @Test
    void silenceHasAName() {
        LearnOptions options = LearnOptions.withSeed(1);
        assertThat(LearnedSegments.of(Map.of(), options).silence()).contains(Silence.TOO_FEW_CUSTOMERS);
        assertThat(LearnedSegments.of(threeKinds(16, 1), options).silence()).contains(Silence.TOO_FEW_CUSTOMERS);
        Map<CustomerId, MapFacts> same = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            same.put(CustomerId.of("c" + i), customer(3, 4, 5));
        }
        LearnedSegments alike = LearnedSegments.of(same, options);
        assertThat(alike.silence()).contains(Silence.TOO_FEW_DISTINCT);
        assertThat(alike.silhouette()).isZero();
        assertThat(Silence.TOO_FEW_DISTINCT.text(Locale.FRENCH)).startsWith("trop peu de clients différents");
        Random random = new Random(4);
        Map<CustomerId, MapFacts> cloud = new LinkedHashMap<>();
        List<String> features = List.of("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8");
        for (int i = 0; i < 200; i++) {
            MapFacts facts = MapFacts.none();
            for (String feature : features) {
                facts = facts.with(feature, Math.exp(random.nextGaussian()));
            }
            cloud.put(CustomerId.of("c" + i), facts);
        }
        assertThat(LearnedSegments.of(cloud, options.withFeatures(features)).silence())
                .contains(Silence.NO_STRUCTURE);
        for (Silence silence : Silence.values()) {
            assertThat(silence.text(Locale.ENGLISH)).isNotEqualTo(silence.text(Locale.FRENCH));
        }
    }

    @Test
    void constantFeaturesAndUnknownValuesGiveNoNaN() {
        Map<CustomerId, MapFacts> customers = threeKinds(60, 2);
        customers.replaceAll((id, facts) -> facts.with("returnCount", 0));
        customers.put(CustomerId.of("x"), customer(Double.NaN, 1, 1));
        customers.put(CustomerId.of("y"), MapFacts.none().with("purchaseCount", "a lot"));
        List<String> features = new ArrayList<>(LearnOptions.FEATURES);
        features.add("returnCount");
        LearnedSegments learned =
                LearnedSegments.of(customers, LearnOptions.withSeed(1).withFeatures(features));
        assertThat(learned.leftOut()).isEqualTo(2);
        assertThat(learned.segments()).hasSize(3).allSatisfy(segment -> {
            assertThat(segment.features().get(3)).isEqualTo(new FeatureSummary("returnCount", 0, 0, 0));
            segment.features()
                    .forEach(feature -> assertThat(feature.difference()).isFinite());
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearnOptions.withSeed(1).withFeatures(List.of()));
    }

    @Test
    void scalesWorkedByHand() {
        // Logarithms 0, 1, 2, 3, 4: median 2, quartiles 1 and 3, so the width is 2.
        double[] values = {0, Math.E - 1, Math.exp(2) - 1, Math.exp(3) - 1, Math.exp(4) - 1};
        RobustScale scale = RobustScale.of(values);
        assertThat(scale.scaled(values[4])).isCloseTo(1, within(1e-12));
        assertThat(scale.scaled(values[0])).isCloseTo(-1, within(1e-12));
        assertThat(scale.scaled(1e300)).isEqualTo(RobustScale.CUT);
        assertThat(scale.distance(-(Math.E - 1))).isCloseTo(-1.5, within(1e-12));
        // Most are equal: the mean absolute deviation, a fifth of the one logarithm that is not 0.
        RobustScale skewed = RobustScale.of(new double[] {0, 0, 0, 0, Math.E - 1});
        assertThat(skewed.distance(Math.E - 1)).isCloseTo(5, within(1e-12));
        assertThat(RobustScale.of(new double[] {7, 7}).scaled(9)).isZero();
    }

    @Test
    void silhouetteWorkedByHand() {
        // Points 0, 1 and 5, 7. For 0: a = 1, b = 6, 5/6; for 1: a = 1, b = 5, 4/5; for 5: a = 2, b = 4.5, 5/9; for 7:
        // a = 2, b = 6.5, 9/13.
        Distances distances = Distances.of(new double[][] {{0}, {1}, {5}, {7}});
        assertThat(Silhouette.mean(distances, new int[] {0, 0, 1, 1}, 2))
                .isCloseTo((5 / 6.0 + 4 / 5.0 + 5 / 9.0 + 9 / 13.0) / 4, within(1e-9));
    }

    @Test
    void noSingleSwapBettersTheMedoidsAndFewTriesMissTheBest() {
        int best = 0;
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            double[][] points = new double[12][2];
            for (double[] point : points) {
                point[0] = random.nextInt(20);
                point[1] = random.nextInt(20);
            }
            int k = 2 + random.nextInt(3);
            int[] medoids = FasterPam.medoids(Distances.of(points), k);
            assertThat(Arrays.stream(medoids).distinct().count()).isEqualTo(k);
            double cost = cost(points, medoids);
            for (int i = 0; i < k; i++) {
                for (int x = 0; x < points.length; x++) {
                    int[] swapped = medoids.clone();
                    swapped[i] = x;
                    assertThat(cost(points, swapped)).as("seed %d", seed).isGreaterThanOrEqualTo(cost - 1e-9);
                }
            }
            if (cost <= least(points, new int[k], 0, 0) + 1e-9) {
                best++;
            }
        }
        assertThat(best).as("of 100 the global optimum").isGreaterThanOrEqualTo(80);
    }

    @Test
    void groupsThatAreNotThereAreUnstable() {
        double[][] points = new double[200][1];
        for (int i = 0; i < points.length; i++) {
            points[i][0] = i;
        }
        Clustering cut = Clustering.of(points, 6, 1);
        double[] means = Stability.means(Distances.of(points), cut.labels, 6, 30, new SplittableRandom(1));
        for (int i = 0; i < points.length; i++) {
            points[i][0] = i % 6 * 1_000 + i;
        }
        Clustering apart = Clustering.of(points, 6, 1);
        double[] sure = Stability.means(Distances.of(points), apart.labels, 6, 30, new SplittableRandom(1));
        assertThat(Arrays.stream(sure).min().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(means).average().orElseThrow()).isLessThan(.85);
    }

    private static double least(double[][] points, int[] chosen, int filled, int from) {
        if (filled == chosen.length) {
            return cost(points, chosen);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < points.length; i++) {
            chosen[filled] = i;
            least = Math.min(least, least(points, chosen, filled + 1, i + 1));
        }
        return least;
    }

    private static double cost(double[][] points, int[] medoids) {
        return Arrays.stream(points)
                .mapToDouble(point -> Arrays.stream(medoids)
                        .mapToDouble(m -> Distances.between(point, points[m]))
                        .min()
                        .orElseThrow())
                .sum();
    }

    /** a: often, small baskets; b: at times, large ones; c: once, long ago. */
    private static Map<CustomerId, MapFacts> threeKinds(int each, long seed) {
        Random random = new Random(seed);
        Map<CustomerId, MapFacts> customers = new LinkedHashMap<>();
        for (int i = 0; i < each; i++) {
            customers.put(
                    CustomerId.of("a" + i),
                    customer(1 + random.nextInt(4), 80 + random.nextInt(40), 5 + random.nextDouble()));
            customers.put(
                    CustomerId.of("b" + i),
                    customer(20 + random.nextInt(10), 8 + random.nextInt(4), 90 + 20 * random.nextDouble()));
            customers.put(
                    CustomerId.of("c" + i),
                    customer(300 + random.nextInt(99), 1 + random.nextInt(2), 18 + 4 * random.nextDouble()));
        }
        return customers;
    }

    private static MapFacts customer(double days, double purchases, double basket) {
        return MapFacts.none()
                .with("daysSinceLastPurchase", days)
                .with("purchaseCount", purchases)
                .with("averageBasket", basket);
    }
}
