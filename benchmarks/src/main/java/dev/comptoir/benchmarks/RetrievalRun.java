package dev.comptoir.benchmarks;

import dev.comptoir.assist.retrieve.FusionFit;
import dev.comptoir.assist.retrieve.HybridRetriever;
import dev.comptoir.assist.retrieve.LabelledQuery;
import dev.comptoir.assist.retrieve.Match;
import dev.comptoir.assist.retrieve.Ranking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Asks a set its queries by each ranking. */
final class RetrievalRun {
    private static final int DEPTH = 10;
    private static final int FOLDS = 5;
    /** A benchmark wants to know what reranking is worth, not how it is cut short. */
    private static final Duration PATIENT = Duration.ofMinutes(1);

    private final RetrievalSet set;
    private final RetrievalModels models;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<RetrievalRow> rows = new ArrayList<>();

    RetrievalRun(RetrievalSet set, RetrievalModels models) {
        this.set = set;
        this.models = models;
    }

    /** What else was found out than the rows. */
    Map<String, Object> figures() {
        return figures;
    }

    List<RetrievalRow> measure(boolean fit) {
        long start = System.nanoTime();
        try (HybridRetriever retriever = builder().build()) {
            figures.put("indexSeconds", seconds(start));
            rows.add(row("lexical", retriever, Ranking.LEXICAL));
            if (retriever.hasEmbeddings()) {
                rows.add(row("dense", retriever, Ranking.DENSE));
                rows.add(row("fused", retriever, Ranking.FUSED));
            }
            if (models.reranker() != null) {
                try (HybridRetriever reranking = reranking()) {
                    rows.add(row("reranked", reranking, Ranking.FUSED));
                }
            }
            if (fit) {
                addFitted(retriever);
            }
        }
        return rows;
    }

    private HybridRetriever.Builder builder() {
        HybridRetriever.Builder builder =
                HybridRetriever.builder(set.knowledge()).fallbackLanguage(RetrievalSet.main(set.knowledge()));
        models.embedders().forEach(builder::embeddings);
        return builder;
    }

    private HybridRetriever reranking() {
        HybridRetriever.Builder builder = builder().rerankDeadline(PATIENT);
        var model = models.reranker();
        return model == null ? builder.build() : builder.reranker(model).build();
    }

    private RetrievalRow row(String name, HybridRetriever retriever, Ranking ranking) {
        // Once for the figures, which also warms up; once more for the time.
        List<Integer> ranks = new ArrayList<>();
        List<RetrievalRow.Judged> judged = new ArrayList<>();
        ask(retriever, ranking, set.queries(), ranks, judged);
        long start = System.nanoTime();
        set.queries().forEach(query -> search(retriever, query, ranking));
        double milliseconds = 1_000 * seconds(start) / set.queries().size();
        return new RetrievalRow(name, ranks, judged, milliseconds);
    }

    private void ask(
            HybridRetriever retriever,
            Ranking ranking,
            List<LabelledQuery> queries,
            List<Integer> ranks,
            List<RetrievalRow.Judged> judged) {
        for (LabelledQuery query : queries) {
            List<Match> found = search(retriever, query, ranking);
            int rank = rank(found, query.entryId());
            if (!query.entryId().isEmpty()) {
                ranks.add(rank);
            }
            double confidence = found.isEmpty() ? 0 : found.get(0).score().confidence();
            judged.add(new RetrievalRow.Judged(confidence, rank == 1));
        }
    }

    private List<Match> search(HybridRetriever retriever, LabelledQuery query, Ranking ranking) {
        return retriever
                .find(query.question(), query.language(), Set.copyOf(set.languages()), ranking, DEPTH)
                .matches();
    }

    /** The place of the entry, from 1; 0 where it is not among those found. */
    static int rank(List<Match> matches, String id) {
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).entry().id().equals(id)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Each fifth of the queries, by their order, with weights fitted on the others. */
    private void addFitted(HybridRetriever retriever) {
        List<LabelledQuery> all = set.queries();
        List<Integer> ranks = new ArrayList<>();
        List<RetrievalRow.Judged> judged = new ArrayList<>();
        long start = System.nanoTime();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            List<LabelledQuery> rest = IntStream.range(0, all.size())
                    .filter(i -> i % FOLDS != held)
                    .mapToObj(all::get)
                    .toList();
            List<LabelledQuery> asked = IntStream.range(0, all.size())
                    .filter(i -> i % FOLDS == held)
                    .mapToObj(all::get)
                    .toList();
            try (HybridRetriever fitted = retriever.withLabelledQueries(rest)) {
                ask(fitted, Ranking.FUSED, asked, ranks, judged);
            }
        }
        double milliseconds = 1_000 * seconds(start) / all.size();
        FusionFit fit = FusionFit.of(retriever, all);
        rows.add(new RetrievalRow("fitted (5-fold)", ranks, judged, milliseconds));
        figures.put("fit", fit.refusal().orElse("fitted on " + fit.queries() + " queries"));
        Map<String, Object> weights = new LinkedHashMap<>();
        fit.weights().values().forEach((feature, weight) -> weights.put(feature.name(), round(weight)));
        figures.put("weights", weights);
    }

    private static double seconds(long start) {
        return round((System.nanoTime() - start) / 1e9);
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
    }
}
