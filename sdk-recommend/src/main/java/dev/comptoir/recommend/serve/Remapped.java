package dev.comptoir.recommend.serve;

import dev.comptoir.ProductId;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A scorer learnt when the products were numbered otherwise. Immutable. */
final class Remapped implements Scorer {
    private final Scorer inner;
    /** The inner number of each item, or one beyond the inner items where it was not there yet. */
    private final int[] innerOf;

    private final int[] outerOf;

    private Remapped(Scorer inner, int[] innerOf, int[] outerOf) {
        this.inner = inner;
        this.innerOf = innerOf;
        this.outerOf = outerOf;
    }

    /** The scorer for products in another order, or itself where the order is the same. */
    static Scorer of(Scorer inner, List<ProductId> before, List<ProductId> now) {
        if (before.equals(now)) {
            return inner;
        }
        Map<ProductId, Integer> indexes = new HashMap<>(2 * now.size());
        int[] innerOf = new int[now.size()];
        for (int item = 0; item < innerOf.length; item++) {
            innerOf[item] = before.size() + item;
            indexes.put(now.get(item), item);
        }
        int[] outerOf = new int[before.size()];
        for (int item = 0; item < outerOf.length; item++) {
            outerOf[item] = indexes.getOrDefault(before.get(item), -1);
            if (outerOf[item] >= 0) {
                innerOf[outerOf[item]] = item;
            }
        }
        return new Remapped(inner, innerOf, outerOf);
    }

    @Override
    public int items() {
        return innerOf.length;
    }

    @Override
    public void score(History history, float[] scores) {
        float[] known = new float[inner.items()];
        inner.score(inner(history), known);
        Arrays.fill(scores, 0, innerOf.length, 0);
        for (int item = 0; item < known.length; item++) {
            if (outerOf[item] >= 0) {
                scores[outerOf[item]] = known[item];
            }
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        if (innerOf[item] >= inner.items()) {
            return List.of();
        }
        return inner.explain(inner(history), innerOf[item]).stream()
                .map(part ->
                        new Contribution(part.kind(), part.source() < 0 ? -1 : outerOf[part.source()], part.value()))
                .toList();
    }

    private History inner(History history) {
        long[] times = new long[history.baskets()];
        int[][] baskets = new int[times.length][];
        for (int b = 0; b < times.length; b++) {
            times[b] = history.time(b);
            baskets[b] = new int[history.basketSize(b)];
            for (int k = 0; k < baskets[b].length; k++) {
                int item = history.item(b, k);
                baskets[b][k] = item < innerOf.length ? innerOf[item] : outerOf.length + item;
            }
            Arrays.sort(baskets[b]);
        }
        return History.of(history.now(), times, baskets);
    }
}
