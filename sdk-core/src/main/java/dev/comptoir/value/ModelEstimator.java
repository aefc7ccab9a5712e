package dev.comptoir.value;

import dev.comptoir.value.internal.Draws;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Estimates by a purchase model; its uncertainty is a fixed set of models drawn around the most likely one. Immutable. */
final class ModelEstimator implements PurchaseEstimator {
    private final PurchaseModel model;
    private final PurchaseProcess process;
    private final List<ModelEstimator> others;

    private ModelEstimator(PurchaseModel model, List<ModelEstimator> others) {
        this.model = model;
        this.process = Processes.of(model);
        this.others = others;
    }

    static ModelEstimator of(ModelFit fit, Draws draws) {
        PurchaseModel model = fit.model();
        int k = model.parameters().getOrDefault("k", 1.0).intValue();
        List<ModelEstimator> others = Stream.generate(
                        () -> Fitting.model(model.kind(), k, fit.spread().draw(draws)))
                .limit(LifetimeValue.DRAWS)
                .map(drawn -> new ModelEstimator(drawn, List.of()))
                .toList();
        return new ModelEstimator(model, others);
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return process.probabilityAlive(history.frequency(), history.recency(), history.age());
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double horizon) {
        return process.expectedPurchases(history.frequency(), history.recency(), history.age(), horizon);
    }

    @Override
    public PurchaseEstimator drawn(int i, PurchaseHistory history, Draws draws) {
        return others.get(i);
    }

    @Override
    public void simulateAlive(PurchaseHistory history, double horizon, Draws draws, DoubleConsumer purchases) {
        process.simulateAlive(history, horizon, draws, purchases);
    }

    @Override
    public String name() {
        return model.kind().title();
    }

    @Override
    public Map<String, Double> parameters(PurchaseHistory history) {
        return model.parameters();
    }
}
