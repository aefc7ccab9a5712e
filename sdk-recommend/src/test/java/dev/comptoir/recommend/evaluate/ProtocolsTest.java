package dev.comptoir.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProtocolsTest {
    @Test
    void everyFifthUserIsTestedOnTheLastFifthOfTheItemsKnown() {
        List<Interaction> all = new ArrayList<>();
        for (int item = 1; item <= 6; item++) {
            all.add(new Interaction("1", String.valueOf(item), item, 5));
        }
        for (int item = 1; item <= 5; item++) {
            // Later items were taken first: time decides, not the id.
            all.add(new Interaction("10", String.valueOf(item), 100 - item, 4));
        }
        all.add(new Interaction("10", "77", 50, 5));
        all.add(new Interaction("10", "6", 50, 3));

        FoldInSplit split = Protocols.ml100kSg(all);

        assertThat(split.trainUsers()).isEqualTo(1);
        assertThat(split.items()).isEqualTo(6);
        assertThat(split.test()).containsExactly(new HeldOutUser(List.of(1, 2, 3, 4), List.of(0)));
    }

    @Test
    void idsThatAreNoNumbersAreRefusedByTheNumericProtocol() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Protocols.ml100kSg(List.of(new Interaction("ana", "1", 0, 5))))
                .withMessageContaining("ml100k-sg");
    }

    @Test
    void theRandomSplitDependsOnTheSeedAlone() {
        List<Interaction> all = random();
        List<Interaction> reversed = new ArrayList<>(all);
        java.util.Collections.reverse(reversed);

        FoldInSplit split = Protocols.strong(all, 0, 11);

        assertThat(split.test()).isEqualTo(Protocols.strong(reversed, 0, 11).test());
        assertThat(split.test()).isNotEqualTo(Protocols.strong(all, 0, 12).test());
        assertThat(split.testUsers() + split.skippedUsers()).isEqualTo(10);
        assertThat(split.trainUsers()).isEqualTo(80);
    }

    @Test
    void aGivenSplitDropsItemsThatTrainingDoesNotKnow() {
        FoldInSplit split = FoldInSplit.given(
                List.of(new Interaction("a", "x", 0, 1), new Interaction("a", "y", 0, 1)),
                List.of(new Interaction("b", "x", 0, 1), new Interaction("c", "new", 0, 1)),
                List.of(new Interaction("b", "y", 0, 1), new Interaction("b", "new", 0, 1)));

        assertThat(split.test()).containsExactly(new HeldOutUser(List.of(0), List.of(1)));
        assertThat(split.skippedUsers()).isEqualTo(1);
    }

    @Test
    void anEvaluationGivesTheSameFiguresForAnyNumberOfThreads() {
        FoldInSplit split = Protocols.strong(random(), 0, 3);

        List<MetricResult> one =
                Evaluation.run(split, EvaluatedModel.ease(10), 1).metrics();

        assertThat(Evaluation.run(split, EvaluatedModel.ease(10), 8).metrics()).isEqualTo(one);
    }

    @Test
    void anEmptySplitIsRefusedWithItsCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.run(Protocols.strong(List.of(), 0, 1), EvaluatedModel.popularity(), 1))
                .withMessageContaining("0 test users");
    }

    private static List<Interaction> random() {
        SplittableRandom random = new SplittableRandom(5);
        List<Interaction> all = new ArrayList<>();
        for (int user = 0; user < 100; user++) {
            for (int item : random.ints(30, 0, 40).distinct().limit(12).toArray()) {
                all.add(new Interaction("u" + user, "i" + item, 0, 1));
            }
        }
        return all;
    }
}
