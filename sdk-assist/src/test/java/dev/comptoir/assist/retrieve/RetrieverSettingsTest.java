package dev.comptoir.assist.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.assist.Bakery;
import dev.comptoir.assist.HashedNgramModel;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.knowledge.Validity;
import dev.comptoir.assist.retrieve.Retrieved.Note;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetrieverSettingsTest {
    private static final Set<Language> BOTH = EnumSet.allOf(Language.class);
    private static final Set<Language> FRENCH = Set.of(Language.FRENCH);

    @Test
    void onlyWhatHoldsTodayIsFound() {
        Entry summer =
                entry("summer", "Quels sont vos horaires d'été ?", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 31));
        Entry always = entry("always", "Quels sont vos horaires ?", null, null);
        AtomicReference<LocalDate> today = new AtomicReference<>(LocalDate.of(2026, 8, 31));
        try (HybridRetriever retriever = HybridRetriever.builder(Knowledge.of(List.of(summer, always)))
                .today(today::get)
                .build()) {
            assertThat(ids(retriever.search("horaires", Language.FRENCH, 5))).contains("summer", "always");

            today.set(LocalDate.of(2026, 9, 1));
            assertThat(ids(retriever.search("horaires d'été", Language.FRENCH, 5)))
                    .containsExactly("always");
        }
    }

    @Test
    void onlyNewTextsAreEmbeddedAgain() {
        List<String> embedded = new ArrayList<>();
        HashedNgramModel model = new HashedNgramModel(64);
        EmbeddingModel counting = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                segments.forEach(segment -> embedded.add(segment.text()));
                return model.embedAll(segments);
            }
        };
        Knowledge before = Knowledge.of(List.of(entry("a", "Un ?", null, null), entry("b", "Deux ?", null, null)));
        Knowledge after = Knowledge.of(List.of(entry("c", "Trois ?", null, null), entry("b", "Deux ?", null, null)));
        try (HybridRetriever first =
                HybridRetriever.builder(before).embeddings(counting, BOTH).build()) {
            embedded.clear();
            try (HybridRetriever second = first.with(after);
                    HybridRetriever anew = HybridRetriever.builder(after)
                            .embeddings(model, BOTH)
                            .build()) {
                assertThat(embedded).containsExactly("Trois ?");
                assertThat(second.search("deux", Language.FRENCH, 5))
                        .isEqualTo(anew.search("deux", Language.FRENCH, 5));
                assertThat(ids(first.search("un", Language.FRENCH, 1))).containsExactly("a");
            }
            assertThat(ids(first.search("un", Language.FRENCH, 1))).containsExactly("a");
        }
    }

    @Test
    void aRerankerOrdersTheFirstAnew() {
        ScoringModel parking = scoring(text -> text.contains("livraison") || text.contains("livrons") ? 9.0 : 1.0);
        try (HybridRetriever retriever = HybridRetriever.builder(Bakery.knowledge())
                .embeddings(new HashedNgramModel(256), BOTH)
                .reranker(parking)
                .build()) {
            Retrieved retrieved = find(retriever, "moyens de recevoir du pain");

            assertThat(retrieved.notes()).isEmpty();
            assertThat(ids(retrieved.matches())).startsWith("livraison");
            assertThat(retrieved.matches())
                    .allMatch(match -> match.score().reranked().isPresent());
        }
    }

    @Test
    void aRerankerThatFailsOrIsLateIsSaidAndDoneWithout() {
        List<String> plain;
        try (HybridRetriever retriever =
                HybridRetriever.builder(Bakery.knowledge()).build()) {
            plain = ids(find(retriever, "pain sans gluten, gâteau").matches());
        }
        ScoringModel failing = scoring(text -> {
            throw new IllegalStateException("down");
        });
        ScoringModel strange = scoring(text -> Double.NaN);
        for (ScoringModel model : List.of(failing, strange)) {
            try (HybridRetriever retriever =
                    HybridRetriever.builder(Bakery.knowledge()).reranker(model).build()) {
                Retrieved retrieved = find(retriever, "pain sans gluten, gâteau");
                assertThat(retrieved.notes()).containsExactly(Note.RERANKING_FAILED);
                assertThat(ids(retrieved.matches())).isEqualTo(plain);
            }
        }
        CountDownLatch never = new CountDownLatch(1);
        ScoringModel hanging = scoring(text -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 1;
        });
        try (HybridRetriever retriever = HybridRetriever.builder(Bakery.knowledge())
                .reranker(hanging)
                .rerankDeadline(Duration.ofMillis(50))
                .build()) {
            Retrieved retrieved = find(retriever, "pain sans gluten, gâteau");
            assertThat(retrieved.notes()).containsExactly(Note.RERANKING_LATE);
            assertThat(ids(retrieved.matches())).isEqualTo(plain);
        }
    }

    @Test
    void aVariantInTheOtherLanguageIsFoundAcross() {
        Entry entry = new Entry(
                "returns",
                "What is your returns policy?",
                List.of("Puis-je renvoyer un article ?"),
                List.of(),
                "",
                "Within 30 days.",
                Language.ENGLISH,
                ActionClass.INFORM,
                Validity.ALWAYS);
        List<Entry> entries = new ArrayList<>(Bakery.knowledge().entries());
        entries.add(entry);
        try (HybridRetriever retriever =
                HybridRetriever.builder(Knowledge.of(entries)).build()) {
            String question = "je veux renvoyer un article";
            assertThat(ids(retriever.searchAcross(question, Language.FRENCH, Language.ENGLISH, 3)))
                    .startsWith("returns");
            assertThat(ids(retriever.searchAll(question, Language.FRENCH, Ranking.FUSED, 3)))
                    .startsWith("returns");
            assertThat(ids(retriever.search(question, Language.FRENCH, 3))).doesNotContain("returns");
        }
    }

    @Test
    void severalModelsShareTheVoteWhereTheyKnowTheLanguage() {
        HashedNgramModel one = new HashedNgramModel(128);
        HashedNgramModel two = new HashedNgramModel(64);
        try (HybridRetriever both = HybridRetriever.builder(Bakery.knowledge())
                        .embeddings(one, BOTH)
                        .embeddings(two, Set.of(Language.ENGLISH))
                        .build();
                HybridRetriever alone = HybridRetriever.builder(Bakery.knowledge())
                        .embeddings(one, BOTH)
                        .build()) {
            assertThat(both.search("pain", Language.FRENCH, 3)).isEqualTo(alone.search("pain", Language.FRENCH, 3));
            assertThat(both.search("parking", Language.ENGLISH, 3))
                    .isNotEqualTo(alone.search("parking", Language.ENGLISH, 3));
        }
    }

    @Test
    void fewLabelledQueriesAreRefusedAndSaidSo() {
        try (HybridRetriever retriever =
                HybridRetriever.builder(Bakery.knowledge()).build()) {
            FusionFit fit = FusionFit.of(retriever, queries(49));

            assertThat(fit.refusal()).get().asString().contains("49").contains("50");
            assertThat(fit.weights()).isEqualTo(retriever.weights(Language.FRENCH));
            assertThat(FusionFit.of(retriever, List.of()).queries()).isZero();
            assertThat(FusionFit.of(retriever, List.of(new LabelledQuery("pain", Language.FRENCH, "none")))
                            .queries())
                    .isZero();
        }
    }

    @Test
    void labelledQueriesMoveTheWeights() {
        // Weights that rank backwards, and queries that say so.
        FusionWeights backwards = new FusionWeights(Map.of(Feature.WORDS, -1.0));
        try (HybridRetriever retriever =
                HybridRetriever.builder(Bakery.knowledge()).weights(backwards).build()) {
            FusionFit fit = FusionFit.of(retriever, queries(60));

            assertThat(fit.refusal()).isEmpty();
            assertThat(fit.queries()).isEqualTo(60);
            assertThat(fit.hit1Before()).isLessThan(fit.hit1After());
            assertThat(fit.hit1After()).isCloseTo(1, within(0.2));
            try (HybridRetriever fitted = retriever.withLabelledQueries(queries(60))) {
                assertThat(fitted.weights(Language.FRENCH)).isEqualTo(fit.weights());
                assertThat(ids(fitted.search("pain sans gluten", Language.FRENCH, 1)))
                        .containsExactly("gluten");
            }
        }
    }

    private static List<LabelledQuery> queries(int n) {
        List<LabelledQuery> some = List.of(
                new LabelledQuery("ouvert lundi", Language.FRENCH, "lundi"),
                new LabelledQuery("gâteau d'anniversaire", Language.FRENCH, "gateau"),
                new LabelledQuery("pain sans gluten", Language.FRENCH, "gluten"),
                new LabelledQuery("payer par carte", Language.FRENCH, "paiement"),
                new LabelledQuery("livrer à domicile", Language.FRENCH, "livraison"));
        return IntStream.range(0, n)
                .mapToObj(i -> some.get((i + i / 5) % some.size()))
                .toList();
    }

    private static Retrieved find(HybridRetriever retriever, String question) {
        return retriever.find(question, Language.FRENCH, FRENCH, Ranking.FUSED, 5);
    }

    private interface Scores {
        double of(String text);
    }

    private static ScoringModel scoring(Scores scores) {
        return new ScoringModel() {
            @Override
            public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
                return Response.from(segments.stream()
                        .map(segment -> scores.of(segment.text()))
                        .toList());
            }
        };
    }

    private static Entry entry(String id, String question, LocalDate from, LocalDate until) {
        return new Entry(
                id,
                question,
                List.of(),
                List.of(),
                "",
                "De 9 h à 19 h.",
                Language.FRENCH,
                ActionClass.INFORM,
                new Validity(from, until));
    }

    private static List<String> ids(List<Match> matches) {
        return matches.stream().map(match -> match.entry().id()).toList();
    }
}
