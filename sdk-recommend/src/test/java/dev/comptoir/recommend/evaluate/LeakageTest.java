package dev.comptoir.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leaks planted in splits: the harness refuses each of them and says how many events leak. */
class LeakageTest {
    private static final int[] UNITS = {7, 8};

    /** User 7 bought {0,1} at 10 and {2} at 20; user 8 bought {1} at 15 and {0,2} at 25. */
    private static Histories.Builder train() {
        return Histories.builder(4)
                .basket(10, 0, 1)
                .basket(20, 2)
                .endUser()
                .basket(15, 1)
                .basket(25, 0, 2)
                .endUser();
    }

    private static Dataset data(Histories.Builder rows) {
        return Dataset.of(rows.build());
    }

    private static History history(long now) {
        return History.of(now, new long[] {10, 20}, new int[][] {{0, 1}, {2}});
    }

    private static HeldOut question(long now) {
        return HeldOut.of(7, history(now), new int[] {3}, 2, false);
    }

    @Test
    void anHonestSplitPasses() {
        Window window = Window.atCut("w", data(train()), UNITS, List.of(question(30)), 30, 40, Map.of());

        assertThat(window.questions()).hasSize(1);
        assertThat(window.cut()).hasValue(30);
        assertThat(Window.of("w", data(train()), UNITS, List.of(question(30)), Map.of())
                        .cut())
                .isEmpty();
    }

    @Test
    void aTrainingBasketAfterTheCutIsRefused() {
        Dataset data = data(train().basket(31, 0, 1, 3).endAnonymous());

        assertLeaks(
                3,
                "training events are not before the cut",
                () -> Window.atCut("w", data, UNITS, List.of(question(30)), 30, 40, Map.of()));
        assertLeaks(
                2,
                "not before the cut",
                () -> Window.atCut("w", data(train()), UNITS, List.of(question(30)), 25, 40, Map.of()));
    }

    @Test
    void aQuestionAskedWithinTheTrainingIsRefused() {
        assertLeaks(
                1,
                "asked before the cut",
                () -> Window.atCut("w", data(train()), UNITS, List.of(question(29)), 30, 40, Map.of()));
    }

    @Test
    void aTargetBasketLeftInTrainingIsRefused() {
        Dataset data = data(Histories.builder(4)
                .basket(10, 0, 1)
                .basket(20, 2)
                .basket(28, 3)
                .endUser()
                .endUser());

        assertLeaks(1, "may be the target", () -> Window.of("w", data, UNITS, List.of(question(28)), Map.of()));
    }

    @Test
    void aTargetBasketLeftInTrainingIsRefusedWhereNoTimesAreKnown() {
        Dataset data = data(Histories.builder(4)
                .basket(0, 1, 2)
                .basket(0, 1)
                .basket(0, 1, 2)
                .endUser());
        History history = History.of(0, new long[2], new int[][] {{1, 2}, {1}});

        assertLeaks(
                2,
                "may be the target",
                () -> Window.of(
                        "w",
                        data,
                        new int[] {5},
                        List.of(HeldOut.of(5, history, new int[] {1, 2}, 2, false)),
                        Map.of()));
    }

    @Test
    void aHistoryThatHoldsTheTargetBasketIsRefused() {
        History history = History.of(30, new long[] {10, 20, 30}, new int[][] {{0, 1}, {2}, {2, 3}});

        assertLeaks(
                2,
                "not before the target",
                () -> Window.of(
                        "w",
                        data(train()),
                        UNITS,
                        List.of(HeldOut.of(7, history, new int[] {2, 3}, 2, false)),
                        Map.of()));
    }

    @Test
    void aHistoryThatIsLaterThanTheQuestionIsRefused() {
        HeldOut early = HeldOut.of(7, history(19), new int[] {3}, 2, false);

        assertLeaks(1, "later than the question", () -> Window.of("w", data(train()), UNITS, List.of(early), Map.of()));
    }

    @Test
    void aTargetShownInAMaskedHistoryIsRefused() {
        HeldOut shown = HeldOut.of(9, history(30), new int[] {1, 3}, 2, true);

        assertLeaks(1, "left out of the ranking", () -> Window.of("w", data(train()), UNITS, List.of(shown), Map.of()));
    }

    @Test
    void validationUsersInTheTestAreRefused() {
        Window window = Window.of("w", data(train()), UNITS, List.of(question(30)), Map.of());

        assertLeaks(
                1,
                "of users who are in the test",
                () -> Split.of("p", Task.NEXT_BASKET, List.of(window), List.of(window)));
    }

    @Test
    void aValidationWindowThatReachesIntoTheTestIsRefused() {
        Window validation = Window.atCut("v", data(train()), UNITS, List.of(question(30)), 30, 41, Map.of());
        Window test = Window.atCut("t", data(train()), UNITS, List.of(question(40)), 40, 50, Map.of());

        assertLeaks(
                1,
                "end after the test window t begins",
                () -> Split.of("p", Task.NEXT_BASKET, List.of(validation), List.of(test)));
    }

    @Test
    void questionsWithNothingToFindAreCounted() {
        HeldOut empty = HeldOut.of(8, History.empty(30), new int[0], 0, false);

        Window window = Window.of("w", data(train()), UNITS, List.of(question(30), empty), Map.of("no history", 2));

        assertThat(window.questions()).hasSize(1);
        assertThat(window.skipped()).containsEntry("nothing to find", 1).containsEntry("no history", 2);
    }

    @Test
    void everyRowNeedsItsUnit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.of("w", data(train()), new int[] {7}, List.of(), Map.of()))
                .withMessageContaining("1 units for 2 known rows");
    }

    private static void assertLeaks(
            long events, String what, org.assertj.core.api.ThrowableAssert.ThrowingCallable split) {
        assertThatExceptionOfType(LeakageException.class)
                .isThrownBy(split)
                .withMessageContaining(what)
                .satisfies(refused -> assertThat(refused.events()).isEqualTo(events));
    }
}
