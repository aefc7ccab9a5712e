package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.cashSale;
import static dev.comptoir.recommend.Shop.daysAgo;
import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.CustomerId;
import dev.comptoir.catalog.Product;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.event.View;
import dev.comptoir.rank.CandidateRanker;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Scale;
import dev.comptoir.recommend.select.Surface;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommenderModelsTest {
    @Test
    void whatIsBoughtAtAnIntervalIsDueWhenItIsOver() {
        try (Shop shop = new Shop()) {
            for (int c = 0; c < 20; c++) {
                CustomerId customer = CustomerId.of("c" + c);
                for (int visit = 0; visit < 4; visit++) {
                    shop.with(purchase(customer, 26 + 28 * visit + c % 3, "coffee"));
                    shop.with(purchase(customer, 3 + 60 * visit + c % 3, "soap"));
                }
            }
            for (int visit = 0; visit < 5; visit++) {
                shop.with(purchase(ANA, 26 + 28 * visit, "coffee"), purchase(ANA, 3 + 60 * visit, "soap"));
            }

            List<Replenishment> due = Recommender.of(shop.business).due(ANA, 5);

            assertThat(due).extracting(Replenishment::product).containsExactly(product("coffee"), product("soap"));
            Replenishment coffee = due.get(0);
            assertThat(coffee.intervalDays()).isCloseTo(28, within(1.5));
            assertThat(coffee.daysSinceLast()).isCloseTo(26, within(0.01));
            LocalDate expected =
                    daysAgo(26).atZone(ZoneOffset.UTC).toLocalDate().plusDays(28);
            assertThat(coffee.due()).isBetween(expected.minusDays(2), expected.plusDays(2));
            assertThat(coffee.rebuyProbability()).isBetween(0.01, 0.99);
            assertThat(coffee.reason().text(Locale.ENGLISH)).contains("every 28 days, last 26 days ago");
            assertThat(Recommender.of(shop.business).due(CustomerId.of("stranger"), 5))
                    .isEmpty();
        }
    }

    @Test
    void looksCountInWhatIsPopularAsMuchAsWasSaid() {
        try (Shop shop = new Shop().with(cashSale("1", 1, "a"), cashSale("2", 1, "b"))) {
            for (int look = 0; look < 30; look++) {
                shop.with(View.of(CustomerId.of("v" + look), daysAgo(1), product("b")));
            }
            assertThat(Recommender.of(shop.business).forCustomer(ANA, 2).get(0).product())
                    .isEqualTo(product("a"));
            Recommender looking =
                    Recommender.builder(shop.business).viewWeight(0.1).build();

            assertThat(looking.forCustomer(ANA, 2).get(0).product()).isEqualTo(product("b"));
            // 1 + 30 * .1 = 4 receipts' worth for b, 1 for a.
            assertThat(looking.forCustomer(ANA, 2).get(1).score()).isCloseTo(0.25, within(1e-6));
        }
    }

    @Test
    void anImportedRankerAnswersWhereItIsChosen() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(5, 40, 12));
            Choice choice = new Choice(
                    Surface.FOR_CUSTOMER, List.of(new Choice.Part("ranker", new TreeMap<>(), 1, Scale.MAXIMUM)));
            Recommender recommender = Recommender.builder(shop.business)
                    .ranker(new FewestBuyersFirst())
                    .choice(choice)
                    .build();

            List<Recommendation> list = recommender.forCustomer(CustomerId.of("c3"), 12);
            List<Recommendation> usual = Recommender.of(shop.business).trending(12);

            assertThat(list).hasSize(12);
            assertThat(list).isNotEqualTo(usual);
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Recommender.builder(shop.business).choice(choice).build())
                    .withMessageContaining("ranker");
        }
    }

    @Test
    void vectorsOfTextsSayWhatIsAlikeAndAreMadeOnce() {
        try (Shop shop = new Shop().with(cashSale("1", 1, "x"))) {
            shop.business
                    .catalog()
                    .putAll(List.of(
                            Product.of(product("x"), "Baguette"),
                            Product.of(product("y"), "Pain de campagne"),
                            Product.of(product("z"), "Savon")));
            LetterModel model = new LetterModel();
            Recommender recommender =
                    Recommender.builder(shop.business).embeddings(model).build();

            Recommendation first = recommender.similarTo(product("x"), 2).get(0);
            int texts = model.texts.size();
            recommender.release();
            recommender.similarTo(product("x"), 2);

            assertThat(first.product()).isEqualTo(product("y"));
            assertThat(first.reason().kind()).isEqualTo(Reason.Kind.SIMILAR_TEXT);
            assertThat(first.reason().text(Locale.FRENCH)).isEqualTo("description proche de Baguette");
            // The probe that tells models apart, once for each start; the texts only once.
            assertThat(model.texts).hasSize(texts + 1).contains("Baguette", "Savon");
        }
    }

    @Test
    void aRequestGoesByWordsWhereTheEmbeddingModelFailsAndARefreshSaysSo(@TempDir Path directory) {
        try (Shop shop = Shop.in(directory)) {
            shop.with(cashSale("1", 1, "x"), cashSale("2", 1, "y"), cashSale("3", 1, "z"));
            shop.business
                    .catalog()
                    .putAll(List.of(
                            Product.of(product("x"), "Pain de seigle"),
                            Product.of(product("y"), "Pain de campagne"),
                            Product.of(product("z"), "Savon")));
            EmbeddingModel broken = new EmbeddingModel() {
                @Override
                public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
                    throw new IllegalStateException("no memory");
                }
            };
            Recommender recommender =
                    Recommender.builder(shop.business).embeddings(broken).build();

            assertThat(recommender.similarTo(product("x"), 1).get(0).product()).isEqualTo(product("y"));
            assertThatThrownBy(recommender::refresh)
                    .isInstanceOfSatisfying(
                            ModelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_FAILED));
        }
    }

    @Test
    void anErasureDropsWhatIsKeptButTextsAreNotEmbeddedAgain(@TempDir Path directory) {
        LetterModel model = new LetterModel();
        try (Shop shop = Shop.in(directory)) {
            shop.with(cashSale("1", 1, "x"), purchase(ANA, 1, "y"));
            shop.business
                    .catalog()
                    .putAll(List.of(
                            Product.of(product("x"), "Baguette"), Product.of(product("y"), "Pain de campagne")));
            Recommender recommender =
                    Recommender.builder(shop.business).embeddings(model).build();
            recommender.refresh();
            shop.business.erasure().erase(SubjectRequest.of(ANA));
            recommender.refresh();
        }
        int texts = model.texts.size();
        try (Shop shop = Shop.in(directory)) {
            Recommender.builder(shop.business).embeddings(model).build().refresh();

            assertThat(model.texts).as("but for the probe").hasSize(texts + 1);
        }
    }

    /** A real, if simple-minded, ranker: what few have comes first. */
    private static final class FewestBuyersFirst implements CandidateRanker {
        @Override
        public List<String> featureNames() {
            return List.of("item_buyers", "score_repeat");
        }

        @Override
        public float[] score(float[][] rows) {
            float[] scores = new float[rows.length];
            for (int row = 0; row < rows.length; row++) {
                scores[row] = 1 / (1 + rows[row][0]);
            }
            return scores;
        }

        @Override
        public void close() {}
    }

    /** Bread is what has a g and an e; everything else is not. */
    private static final class LetterModel implements EmbeddingModel {
        final List<String> texts = new ArrayList<>();

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            List<Embedding> all = new ArrayList<>();
            for (TextSegment segment : segments) {
                texts.add(segment.text());
                boolean bread = segment.text().contains("g") && segment.text().contains("e");
                all.add(Embedding.from(bread ? new float[] {1, 0.1f} : new float[] {0.1f, 1}));
            }
            return Response.from(all);
        }
    }
}
