package dev.comptoir.recommend.model.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ease.MovieLensSplit;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On MovieLens 100K under {@link MovieLensSplit}, regularization 300, against EASE's own figures there: Recall@20 .213303,
 * NDCG@100 .263333, standard error .011.
 */
@Tag("data")
class SparseGoldenTest {
    @ParameterizedTest
    @CsvSource({"100, .01", "300, .005"})
    void neighbourhoodsComeNearToEase(int neighbors, double tolerance) throws IOException {
        MovieLensSplit split = MovieLensSplit.read();

        double[] figures = split.evaluate(SparseAlgorithm.of(300, neighbors).train(split.train(), Tiles.sequential()));

        assertThat(figures[0]).isCloseTo(.213303, within(tolerance));
        assertThat(figures[2]).isCloseTo(.263333, within(tolerance));
    }
}
