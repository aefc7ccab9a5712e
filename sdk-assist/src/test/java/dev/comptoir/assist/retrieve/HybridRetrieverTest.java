package dev.comptoir.assist.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.assist.Bakery;
import dev.comptoir.assist.HashedNgramModel;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.query.Query;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HybridRetrieverTest {
    private static final Set<Language> BOTH = EnumSet.allOf(Language.class);

    @Test
    void theEntryThatSpeaksAboutTheQuestionComesFirst() {
        try (HybridRetriever retriever = words()) {
            assertThat(ids(retriever.search("vous êtes ouvert le lundi", Language.FRENCH, 3)))
                    .startsWith("lundi");
            assertThat(ids(retriever.search("commender un gateau daniversaire", Language.FRENCH, 3)))
                    .startsWith("gateau");
            assertThat(ids(retriever.search("can I bring my dog", Language.ENGLISH, 3)))
                    .startsWith("en-dogs");
        }
    }

    @Test
    void onlyEntriesOfTheLanguageAreFound() {
        try (HybridRetriever retriever = meaning()) {
            assertThat(retriever.search("parking parking lundi", Language.ENGLISH, 10))
                    .allMatch(match -> match.entry().language() == Language.ENGLISH);
        }
    }

    @ParameterizedTest
    @EnumSource(Ranking.class)
    void theFusedScoreIsThatOfItsParts(Ranking ranking) {
        try (HybridRetriever retriever = meaning()) {
            List<Match> matches = retriever.search("gâteau sans gluten lundi", Language.FRENCH, ranking, 10);

            assertThat(matches).isNotEmpty().allSatisfy(match -> {
                MatchScore score = match.score();
                assertThat(score.fused()).isCloseTo(score.weights().score(score.features()), within(1e-12));
                assertThat(score.headCoverage()).isEqualTo(score.features().get(Feature.HEAD));
                assertThat(score.confidence()).isBetween(0.0, 1.0);
            });
            assertThat(matches.stream().map(m -> -m.score().fused()).toList()).isSorted();
        }
    }

    @Test
    void theLeadIsThatOfASoftmaxOverAllEntries() {
        try (HybridRetriever retriever = meaning()) {
            List<Match> matches = retriever.search("gâteau sans gluten lundi", Language.FRENCH, 10);

            // Five French entries and 25 that do not exist, whose features are those of no word and no cosine.
            assertThat(matches).hasSize(5);
            double absent = 0;
            for (Feature feature : List.of(
                    Feature.WORDS,
                    Feature.SYNONYMS,
                    Feature.QUESTION_MEANING,
                    Feature.HEADLINE_MEANING,
                    Feature.ANSWER_MEANING)) {
                // The z-scores of all thirty add up to nothing.
                double others = matches.stream()
                        .mapToDouble(m -> m.score().features().get(feature))
                        .sum();
                absent -= matches.get(0).score().weights().of(feature) * others / 25;
            }
            double all = 25 * Math.exp(absent)
                    + matches.stream()
                            .mapToDouble(m -> Math.exp(m.score().fused()))
                            .sum();
            assertThat(matches).allSatisfy(match -> {
                double chance = Math.exp(match.score().fused()) / all;
                assertThat(match.score().lead()).isCloseTo(Math.log(chance / (1 - chance)), within(1e-6));
            });
            assertThat(matches.stream().map(m -> -m.score().lead()).toList()).isSorted();
        }
    }

    @Test
    void zScoresAreOverAllEntriesOfTheLanguage() {
        try (HybridRetriever retriever = words()) {
            List<Match> matches = retriever.search("gâteau lundi gluten carte domicile", Language.FRENCH, 10);

            // Five French entries are found; 25 that do not exist have score 0.
            assertThat(matches).hasSize(5);
            double mean = matches.stream().mapToDouble(m -> m.score().lexical()).sum() / 30;
            double squares = 25 * mean * mean
                    + matches.stream()
                            .mapToDouble(m -> Math.pow(m.score().lexical() - mean, 2))
                            .sum();
            assertThat(matches)
                    .allSatisfy(match -> assertThat(match.score().features().get(Feature.WORDS))
                            .isCloseTo((match.score().lexical() - mean) / Math.sqrt(squares / 30), within(1e-6)));
        }
    }

    @Test
    void coverageIsTheShareOfRareWordsFound() {
        Knowledge knowledge = Knowledge.of(
                List.of(entry("a", "Parking gratuit ?", "Oui."), entry("b", "Terrasse ?", "Oui, parking à côté.")));
        try (HybridRetriever retriever = HybridRetriever.builder(knowledge).build()) {
            MatchScore score = retriever.search("parking gratuit", Language.FRENCH, 2).stream()
                    .filter(match -> match.entry().id().equals("b"))
                    .findFirst()
                    .orElseThrow()
                    .score();

            // Of two entries, two hold "parking" and one holds "gratuit".
            double parking = Math.log(1 + 0.5 / 2.5);
            double free = Math.log(1 + 1.5 / 1.5);
            assertThat(score.headCoverage()).isZero();
            assertThat(score.coverage()).isCloseTo(parking / (parking + free), within(1e-7));
            assertThat(score.entryCoverage()).isZero();
        }
    }

    @Test
    void equalScoresAreOrderedById() {
        Knowledge knowledge = Knowledge.of(List.of(
                entry("c", "Parking ?", "Oui."), entry("a", "Parking ?", "Oui."), entry("b", "Parking ?", "Oui.")));
        for (EmbeddingModel model : List.of(new HashedNgramModel(64), new HashedNgramModel(3))) {
            try (HybridRetriever retriever =
                    HybridRetriever.builder(knowledge).embeddings(model, BOTH).build()) {
                assertThat(ids(retriever.search("parking", Language.FRENCH, 3))).containsExactly("a", "b", "c");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+gluten -pain",
                "question:gluten AND (",
                "\"gluten",
                "gluten~2 [* TO *] \\",
                "*:* gluten",
                "/glu.*/ gluten",
                "gluten^999 {a}"
            })
    void theQuestionIsNeverReadAsAQueryLanguage(String question) {
        try (HybridRetriever retriever = words()) {
            assertThat(ids(retriever.search(question, Language.FRENCH, 3))).startsWith("gluten");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "de la le", "\ud800", "🙂"})
    void withoutWordsNothingIsFoundByWords(String question) {
        try (HybridRetriever retriever = words()) {
            assertThat(retriever.search(question, Language.FRENCH, 3)).isEmpty();
        }
    }

    @Test
    void oneMillionCharactersAreSearched() {
        try (HybridRetriever retriever = meaning()) {
            String question = "gluten ".repeat(1 << 17) + "zzz".repeat(1 << 17);

            assertThat(ids(retriever.search(question, Language.FRENCH, 1))).containsExactly("gluten");
        }
    }

    @Test
    void withoutKnowledgeNothingIsFound() {
        try (HybridRetriever retriever = HybridRetriever.builder(Knowledge.empty())
                .embeddings(new HashedNgramModel(8))
                .build()) {
            assertThat(retriever.search("pain", Language.FRENCH, 3)).isEmpty();
        }
    }

    @Test
    void aModelThatDoesNotKnowTheLanguageFindsNothingByItself() {
        try (HybridRetriever english = HybridRetriever.builder(Bakery.knowledge())
                .embeddings(new HashedNgramModel(256))
                .build()) {
            List<Match> matches = english.search("zzz qqq", Language.FRENCH, 5);
            assertThat(matches).isEmpty();

            MatchScore score = english.search("pain sans gluten", Language.FRENCH, 5)
                    .get(0)
                    .score();
            assertThat(score.denseTrusted()).isFalse();
            assertThat(score.weights()).isEqualTo(DefaultWeights.UNTRUSTED);
        }
    }

    @Test
    void theOnlyEntryIsNotCertainForWantOfAnother() {
        Knowledge one = Knowledge.of(List.of(entry("a", "Où est le parking ?", "Derrière la boutique.")));
        try (HybridRetriever retriever = HybridRetriever.builder(one)
                .embeddings(new HashedNgramModel(256), BOTH)
                .build()) {
            assertThat(retriever
                            .search("zzz qqq", Language.FRENCH, 1)
                            .get(0)
                            .score()
                            .confidence())
                    .isLessThan(0.2);
            assertThat(retriever
                            .search("où est le parking", Language.FRENCH, 1)
                            .get(0)
                            .score()
                            .confidence())
                    .isGreaterThan(0.8);
        }
    }

    @Test
    void aTrustedModelFindsByMeaning() {
        try (HybridRetriever retriever = meaning()) {
            assertThat(retriever.search("zzz", Language.FRENCH, 10))
                    .hasSize(5)
                    .allSatisfy(match -> assertThat(match.score().dense()).isPresent());
        }
    }

    @Test
    void anotherDimensionThanTheIndexIsRefused() {
        List<Integer> dimensions = new ArrayList<>(List.of(16));
        EmbeddingModel changing = model(text ->
                new HashedNgramModel(dimensions.get(0)).embed(text).content().vector());
        try (HybridRetriever retriever =
                HybridRetriever.builder(Bakery.knowledge()).embeddings(changing).build()) {
            dimensions.set(0, 17);

            assertThatThrownBy(() -> retriever.search("pain", Language.FRENCH, 3))
                    .isInstanceOfSatisfying(
                            ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_DIMENSION))
                    .hasMessageContaining("17")
                    .hasMessageContaining("16");
        }
    }

    @Test
    void vectorsOfDifferentLengthAreRefusedAtTheBuild() {
        EmbeddingModel uneven = model(text -> new float[Math.max(1, text.length() % 7)]);
        EmbeddingModel unevenOnes = model(text -> {
            float[] vector = uneven.embed(text).content().vector();
            vector[0] = 1;
            return vector;
        });

        assertThatThrownBy(() -> HybridRetriever.builder(Bakery.knowledge())
                        .embeddings(unevenOnes)
                        .build())
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_DIMENSION));
    }

    @Test
    void vectorsWithoutDirectionAreRefused() {
        for (float value : new float[] {0, Float.NaN, Float.POSITIVE_INFINITY}) {
            EmbeddingModel broken = model(text -> new float[] {value, value});

            assertThatThrownBy(() -> HybridRetriever.builder(Bakery.knowledge())
                            .embeddings(broken)
                            .build())
                    .isInstanceOfSatisfying(
                            ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_FAILED));
        }
    }

    @Test
    void itIsAContentRetriever() {
        try (HybridRetriever retriever =
                HybridRetriever.builder(Bakery.knowledge()).maxResults(2).build()) {
            List<Content> contents = retriever.retrieve(Query.from("Avez-vous du pain sans gluten ?"));

            assertThat(contents).hasSizeBetween(1, 2);
            assertThat(contents.get(0).textSegment().metadata().getString("id")).isEqualTo("gluten");
            assertThat(contents.get(0).textSegment().text()).contains("sarrasin");
            assertThat(contents.get(0).metadata()).containsKey(ContentMetadata.SCORE);
            assertThat(retriever.retrieve(Query.from("Qui a gagné la coupe du monde de football ?")))
                    .isEmpty();
        }
    }

    @Test
    void afterClosingItIsClosed() {
        HybridRetriever retriever = words();
        retriever.close();
        retriever.close();

        assertThatThrownBy(() -> retriever.search("pain", Language.FRENCH, 1)).isInstanceOf(ClosedException.class);
    }

    @Test
    void rankingByMeaningNeedsAModel() {
        try (HybridRetriever retriever = words()) {
            assertThatThrownBy(() -> retriever.search("pain", Language.FRENCH, Ranking.DENSE, 1))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> retriever.search("pain", Language.FRENCH, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static HybridRetriever words() {
        return HybridRetriever.builder(Bakery.knowledge()).build();
    }

    private static HybridRetriever meaning() {
        return HybridRetriever.builder(Bakery.knowledge())
                .embeddings(new HashedNgramModel(256), BOTH)
                .build();
    }

    private static Entry entry(String id, String question, String answer) {
        return new Entry(id, question, List.of(), "", answer, Language.FRENCH);
    }

    private static List<String> ids(List<Match> matches) {
        return matches.stream().map(match -> match.entry().id()).toList();
    }

    private interface Vectors {
        float[] of(String text);
    }

    private static EmbeddingModel model(Vectors vectors) {
        return new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return Response.from(segments.stream()
                        .map(segment -> Embedding.from(vectors.of(segment.text())))
                        .toList());
            }
        };
    }
}
