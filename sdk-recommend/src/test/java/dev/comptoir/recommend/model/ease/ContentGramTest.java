package dev.comptoir.recommend.model.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContentGramTest {
    @Test
    void sumsCategoryTitleAndEmbeddingWorkedByHand() {
        ItemFeatures features = ItemFeatures.of(
                        Arrays.asList("Thé vert", "thé noir", null, "café"),
                        Arrays.asList("boisson", "boisson", "boisson", null))
                .withEmbeddings(new float[][] {{3, 4}, {4, 3}, null, {0, 0}});
        float[][] gram = {{10}, {0, 0}, {0, 0, 0}, {0, 0, 0, 0}};

        ContentGram.of(features).add(2, gram, Tiles.sequential());

        // Three titles: idf of "thé" is ln(3/2), of the others ln 3; the titles of 0 and 1 share "thé".
        double the = Math.log(1.5);
        double rare = Math.log(3);
        double cosine = the * the / (the * the + rare * rare);
        assertThat(gram[0][0]).isCloseTo(10 + 2 * 3, within(1e-5f));
        assertThat(gram[1][0]).isCloseTo((float) (2 * (1 + cosine + .96)), within(1e-5f));
        assertThat(gram[2]).containsExactly(new float[] {2, 2, 2}, within(1e-5f));
        assertThat(gram[3]).containsExactly(new float[] {0, 0, 0, 2}, within(1e-5f));
    }

    @Test
    void vectorsOfDifferentLengthOrWithoutNumbersAreRefused() {
        ItemFeatures none = ItemFeatures.none(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentGram.of(none.withEmbeddings(new float[][] {{1, 2}, {1}})))
                .withMessageContaining("item 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentGram.of(none.withEmbeddings(new float[][] {{1, Float.NaN}, {1, 0}})))
                .withMessageContaining("item 0");
    }
}
