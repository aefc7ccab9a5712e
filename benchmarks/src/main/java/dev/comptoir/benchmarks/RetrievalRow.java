package dev.comptoir.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How one ranking did.
 *
 * @param ranks of the right entry for each query that has one, from 1; 0 where it is not among those found
 * @param judged for each query the confidence of its first entry, and whether that is right
 */
record RetrievalRow(String ranking, List<Integer> ranks, List<Judged> judged, double msPerQuery) {
    static final String HEAD = "%-22s %7s %7s %7s %7s %8s %7s %7s %9s%n"
            .formatted("ranking", "hit@1", "hit@3", "hit@5", "MRR@10", "nDCG@10", "AUROC", "ECE", "ms/query");
    private static final int BINS = 10;

    record Judged(double confidence, boolean right) {}

    /** The share of ranks from 1 to k. */
    double hits(int k) {
        return mean(rank -> rank >= 1 && rank <= k ? 1 : 0);
    }

    /** The mean of 1/rank, 0 for what was not found. */
    double reciprocal() {
        return mean(rank -> rank == 0 ? 0 : 1.0 / rank);
    }

    /** The mean of 1/log2(1 + rank): with one right entry the best possible gain is 1. */
    double gain() {
        return mean(rank -> rank == 0 ? 0 : Math.log(2) / Math.log(1.0 + rank));
    }

    private double mean(ToDoubleFunction<Integer> value) {
        return ranks.stream().mapToDouble(value).average().orElse(0);
    }

    /** The chance that a first entry that is right has the higher confidence than one that is wrong; empty where all are alike. */
    OptionalDouble auroc() {
        double wins = 0;
        double pairs = 0;
        for (Judged right : judged) {
            for (Judged wrong : judged) {
                if (right.right && !wrong.right) {
                    pairs++;
                    wins += right.confidence > wrong.confidence ? 1 : right.confidence == wrong.confidence ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(wins / pairs);
    }

    /** Expected calibration error of the confidence, over ten bins of equal mass. */
    double calibrationError() {
        List<Judged> sorted = judged.stream()
                .sorted((a, b) -> Double.compare(a.confidence, b.confidence))
                .toList();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<Judged> some = sorted.subList(bin * sorted.size() / BINS, (bin + 1) * sorted.size() / BINS);
            double said = some.stream().mapToDouble(Judged::confidence).sum();
            double seen = some.stream().mapToDouble(one -> one.right ? 1 : 0).sum();
            error += Math.abs(said - seen) / sorted.size();
        }
        return error;
    }

    String line() {
        OptionalDouble auroc = auroc();
        return String.format(
                Locale.ROOT,
                "%-22s %7.3f %7.3f %7.3f %7.3f %8.3f %7s %7.3f %9.2f%n",
                ranking,
                hits(1),
                hits(3),
                hits(5),
                reciprocal(),
                gain(),
                auroc.isPresent() ? String.format(Locale.ROOT, "%.3f", auroc.getAsDouble()) : "-",
                calibrationError(),
                msPerQuery);
    }

    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ranking", ranking);
        fields.put("hit@1", hits(1));
        fields.put("hit@3", hits(3));
        fields.put("hit@5", hits(5));
        fields.put("mrr@10", reciprocal());
        fields.put("ndcg@10", gain());
        auroc().ifPresent(value -> fields.put("confidenceAuroc", value));
        fields.put("confidenceEce", calibrationError());
        fields.put("msPerQuery", msPerQuery);
        return fields;
    }
}
