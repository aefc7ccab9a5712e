package dev.comptoir.recommend.model.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.linalg.Tiles;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * EASE^R (Steck, WWW 2019) and EDLAE (Steck, NeurIPS 2020) on MovieLens 100K under {@link MovieLensSplit}, against figures of an
 * independent implementation in double precision, to 1e-6. One hit more or less of one user changes Recall@50 by 1e-4 and more.
 */
@Tag("data")
class EaseGoldenTest {
    private static MovieLensSplit split;

    @BeforeAll
    static void read() throws IOException {
        split = MovieLensSplit.read();
        assertThat(split.train().histories().rows()).isEqualTo(752);
        assertThat(split.train().histories().lines()).isEqualTo(45_191);
        assertThat(split.train().items()).isEqualTo(1404);
    }

    @ParameterizedTest
    @CsvSource({
        "50,   0,    0.204968, 0.387617, 0.251423",
        "100,  0,    0.210587, 0.399811, 0.261040",
        "200,  0,    0.212271, 0.400281, 0.263163",
        "300,  0,    0.213303, 0.398680, 0.263333",
        "500,  0,    0.208383, 0.396002, 0.260324",
        "1000, 0,    0.202169, 0.373488, 0.253486",
        "100,  0.33, 0.211861, 0.400062, 0.264466",
        "200,  0.5,  0.209667, 0.397262, 0.263933"
    })
    void figuresAreThoseOfTheReference(
            double regularization, double dropout, double recall20, double recall50, double ndcg100) {
        EaseScorer scorer =
                EaseAlgorithm.of(regularization).withDropout(dropout).train(split.train(), Tiles.sequential());

        assertThat(split.evaluate(scorer)).containsExactly(new double[] {recall20, recall50, ndcg100}, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"300, 0", "100, .33"})
    void singlePrecisionGivesTheSameFiguresButForFewHits(double regularization, double dropout) {
        Objective objective = new Objective(regularization, dropout, 0);
        Ease exact = Ease.train(
                split.train().histories().matrix(), split.train().features(), objective, Tiles.sequential(), true);
        Ease single = Ease.train(
                split.train().histories().matrix(), split.train().features(), objective, Tiles.sequential(), false);
        EaseAlgorithm plain = EaseAlgorithm.of(regularization);

        assertThat(split.evaluate(plain.scorer(single)))
                .containsExactly(split.evaluate(plain.scorer(exact)), within(1e-4));
    }
}
