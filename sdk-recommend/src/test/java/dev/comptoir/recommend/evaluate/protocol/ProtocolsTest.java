package dev.comptoir.recommend.evaluate.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.evaluate.LeakageException;
import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProtocolsTest {
    private static final long DAY = 86_400_000;

    private static Interactions.Builder lines() {
        return Interactions.builder();
    }

    private static Catalogue items(Interactions lines) {
        return Catalogue.of(lines, Map.of());
    }

    private static List<Integer> targets(HeldOut question) {
        List<Integer> targets = new ArrayList<>();
        for (int k = 0; k < question.targets(); k++) {
            targets.add(question.target(k));
        }
        return targets;
    }

    private static List<List<Integer>> baskets(History history) {
        List<List<Integer>> baskets = new ArrayList<>();
        for (int b = 0; b < history.baskets(); b++) {
            List<Integer> basket = new ArrayList<>();
            for (int k = 0; k < history.basketSize(b); k++) {
                basket.add(history.item(b, k));
            }
            baskets.add(basket);
        }
        return baskets;
    }

    @Test
    void everyFifthUserIsTestedOnTheLastFifthOfTheItemsKnown() {
        Interactions.Builder all = lines();
        for (int item = 1; item <= 6; item++) {
            all.add("1", String.valueOf(item), item, 5, null);
            all.add("2", String.valueOf(item), item, 5, null);
        }
        for (int item = 1; item <= 5; item++) {
            // Later items were taken first: time decides, not the id.
            all.add("10", String.valueOf(item), 100 - item, 4, null);
        }
        all.add("10", "77", 50, 5, null);
        all.add("10", "6", 50, 3, null);

        Split split = StrongGeneralization.ml100kSg(all.build().withMinValue(4));

        Window test = split.test().get(0);
        assertThat(test.train().histories().knownRows()).isEqualTo(2);
        assertThat(test.train().items()).isEqualTo(6);
        HeldOut question = test.questions().get(0);
        assertThat(baskets(question.history())).containsExactly(List.of(4), List.of(3), List.of(2), List.of(1));
        assertThat(targets(question)).containsExactly(0);
        assertThat(question.historyMasked()).isTrue();
        assertThat(split.validation().get(0).train().histories().knownRows()).isEqualTo(1);
    }

    @Test
    void idsThatAreNoNumbersAreRefusedByTheNumericProtocol() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrongGeneralization.ml100kSg(
                        lines().add("ana", "1", 0, 5, null).build()))
                .withMessageContaining("ml100k-sg");
    }

    @Test
    void theStrongSplitDependsOnTheSeedAlone() {
        List<String[]> rows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int user = 0; user < 100; user++) {
            for (int item : random.ints(30, 0, 40).distinct().limit(12).toArray()) {
                rows.add(new String[] {"u" + user, "i" + item});
            }
        }
        List<String[]> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);

        Split split = strong(rows, 11);

        assertThat(asked(split)).isEqualTo(asked(strong(reversed, 11))).isNotEqualTo(asked(strong(rows, 12)));
        assertThat(split.test().get(0).questions()).hasSize(10);
        assertThat(split.validation().get(0).questions()).hasSize(10);
        assertThat(split.test().get(0).train().histories().knownRows()).isEqualTo(80);
    }

    private static Split strong(List<String[]> rows, long seed) {
        Interactions.Builder lines = lines();
        rows.forEach(row -> lines.add(row[0], row[1], 0, 1, null));
        Interactions all = lines.build();
        return StrongGeneralization.seeded(all.events(items(all)), seed);
    }

    private static List<List<Integer>> asked(Split split) {
        return split.test().get(0).questions().stream()
                .map(ProtocolsTest::targets)
                .toList();
    }

    @Test
    void aGivenSplitDropsItemsThatTrainingDoesNotKnow() {
        Interactions train =
                lines().add("a", "x", 0, 1, null).add("a", "y", 0, 1, null).build();
        Interactions shown =
                lines().add("b", "x", 0, 1, null).add("c", "new", 0, 1, null).build();
        Interactions asked =
                lines().add("b", "y", 0, 1, null).add("b", "new", 0, 1, null).build();

        Window test = StrongGeneralization.given(items(train), train, List.of(), List.of(shown, asked))
                .test()
                .get(0);

        assertThat(baskets(test.questions().get(0).history())).containsExactly(List.of(0));
        assertThat(targets(test.questions().get(0))).containsExactly(1);
        assertThat(test.skipped()).containsEntry("nothing to show", 1);
    }

    @Test
    void aGivenSplitWithTargetsInTrainingIsRefused() {
        Interactions train =
                lines().add("a", "x", 0, 1, null).add("b", "y", 0, 1, null).build();
        Interactions shown = lines().add("b", "x", 0, 1, null).build();
        Interactions asked = lines().add("b", "y", 0, 1, null).build();

        assertThatExceptionOfType(LeakageException.class)
                .isThrownBy(() -> StrongGeneralization.given(items(train), train, List.of(), List.of(shown, asked)));
    }

    @Test
    void theLastBasketIsAskedForAndAllOthersAreLearnt() {
        Interactions.Builder lines = lines();
        for (int user = 0; user < 10; user++) {
            lines.add("u" + user, "a", 0, 1, "2").add("u" + user, "b", 0, 1, "10");
            lines.add("u" + user, "a", 0, 1, "1").add("u" + user, "c", 0, 1, "1");
        }
        lines.add("once", "a", 0, 1, "1");
        lines.add("u0", "d", 0, 1, "11");
        Interactions all = lines.build();

        Split split = LeaveLast.basket(all.baskets(items(all)), 3);

        Window test = split.test().get(0);
        assertThat(split.validation().get(0).questions()).hasSize(2);
        assertThat(test.questions()).hasSize(8);
        assertThat(test.skipped()).containsEntry("fewer than two baskets", 1);
        // Baskets without times go by number: 1, 2, then 10. All items are candidates.
        assertThat(test.train().items()).isEqualTo(4);
        assertThat(test.train().histories().knownRows()).isEqualTo(11);
        HeldOut question = test.questions().get(7);
        assertThat(baskets(question.history())).containsExactly(List.of(0, 2), List.of(0));
        assertThat(targets(question)).containsExactly(1);
        assertThat(question.historyMasked()).isFalse();
        assertThat(split.validation().get(0).train()).isSameAs(test.train());
    }

    @Test
    void theLastEventIsAskedForAndTakenItemsAreLeftOutWhereNobodyRepeats() {
        Interactions.Builder lines = lines();
        for (int user = 0; user < 10; user++) {
            lines.add("u" + user, "c", 3000, 1, null)
                    .add("u" + user, "a", 1000, 1, null)
                    .add("u" + user, "b", 2000, 1, null);
        }
        Interactions all = lines.build();

        HeldOut question = LeaveLast.item(all.events(items(all)), 3)
                .test()
                .get(0)
                .questions()
                .get(0);

        assertThat(baskets(question.history())).containsExactly(List.of(0), List.of(1));
        assertThat(question.history().now()).isEqualTo(3000);
        assertThat(targets(question)).containsExactly(2);
        assertThat(question.historyMasked()).isTrue();
    }

    @Test
    void windowsRollInTimeAndNothingOfTheFutureIsLearnt() {
        Interactions.Builder lines = lines();
        // A visit every 10 days for 100 days, each time with the item of that visit and the staple.
        for (int visit = 0; visit <= 10; visit++) {
            for (int user = 0; user < 5; user++) {
                lines.add("u" + user, "staple", 10 * DAY * visit, 1, null)
                        .add("u" + user, "i" + (char) ('a' + visit), 10 * DAY * visit, 1, null);
            }
            lines.add(null, "staple", 10 * DAY * visit, 1, "till-" + visit);
        }
        lines.add("late", "staple", 100 * DAY, 1, null);
        Interactions all = lines.build();

        Split split = new RollingTime(0, 2, 3, false).split(all.baskets(items(all)));

        // The last basket is at day 100, a tenth of the span are 10 days: cuts just after 50, 60, ..., 90.
        assertThat(split.validation()).hasSize(2);
        assertThat(split.test()).hasSize(3);
        Window first = split.validation().get(0);
        assertThat(first.cut()).hasValue(50 * DAY + 1);
        assertThat(first.train().histories().knownRows()).isEqualTo(5);
        assertThat(first.train().histories().rows()).isEqualTo(11);
        // Items a to f and the staple; g is not known yet, and is asked for by a number beyond.
        assertThat(first.train().items()).isEqualTo(7);
        assertThat(targets(first.questions().get(0))).containsExactly(6, 7);
        assertThat(first.questions().get(0).history().now()).isEqualTo(50 * DAY + 1);
        Window last = split.test().get(2);
        assertThat(last.skipped()).containsEntry("nothing known before the cut", 1);
        assertThat(last.questions()).hasSize(5);
    }

    @Test
    void basketsOfOneTimeCannotBeSplitInTime() {
        Interactions all =
                lines().add("a", "x", 0, 1, null).add("b", "x", 0, 1, null).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RollingTime.usual().split(all.baskets(items(all))))
                .withMessageContaining("one time");
    }

    @Test
    void sessionsAreRevealedEventByEvent() {
        Interactions.Builder before = lines();
        for (int session = 0; session < 10; session++) {
            before.add("s" + session, "a", session * DAY, 1, null).add("s" + session, "b", session * DAY + 1, 1, null);
        }
        // Somebody comes back to an item, so that items of a history are asked for too.
        before.add("s0", "a", 2, 1, null);
        Interactions train = before.build();
        Interactions test = lines().add("t", "b", 20 * DAY, 1, null)
                .add("t", "new", 20 * DAY + 1, 1, null)
                .add("t", "a", 20 * DAY + 2, 1, null)
                .add("t", "b", 20 * DAY + 3, 1, null)
                .add("short", "a", 21 * DAY, 1, null)
                .build();

        Split split = SessionPrefixes.given(train.events(items(train)), test.events(items(train)));

        Window window = split.test().get(0);
        assertThat(window.cut()).hasValue(20 * DAY);
        assertThat(window.questions()).hasSize(2);
        assertThat(window.skipped()).containsEntry("fewer than two known events", 1);
        assertThat(baskets(window.questions().get(1).history())).containsExactly(List.of(1), List.of(0));
        assertThat(window.questions().get(1).history().now()).isEqualTo(20 * DAY + 2);
        assertThat(targets(window.questions().get(1))).containsExactly(1);
        Window validation = split.validation().get(0);
        assertThat(validation.questions()).hasSize(2);
        assertThat(validation.train().histories().rows()).isEqualTo(8);
        assertThat(validation.cut()).hasValue(8 * DAY);
    }

    @Test
    void aSessionOfTheTestInTheTrainingIsRefused() {
        Interactions train = lines().add("1", "a", 5, 1, null)
                .add("1", "b", 6, 1, null)
                .add("2", "a", 1, 1, null)
                .build();
        Interactions test =
                lines().add("7", "a", 5, 1, null).add("7", "b", 6, 1, null).build();

        assertThatExceptionOfType(LeakageException.class)
                .isThrownBy(() -> SessionPrefixes.given(train.events(items(train)), test.events(items(train))))
                .satisfies(refused -> assertThat(refused.events()).isEqualTo(2));
    }

    @Test
    void sessionsThatGoOnOverTheCutBelongToNeitherSide() {
        Interactions.Builder lines = lines();
        for (int session = 0; session < 20; session++) {
            lines.add("s" + session, "a", session * DAY, 1, null).add("s" + session, "b", session * DAY + 1, 1, null);
        }
        lines.add("s5", "a", 19 * DAY, 1, null);
        Interactions all = lines.build();

        Split split = SessionPrefixes.latest(all.events(items(all)));

        // Sessions 18 and 19 are the test, 16 and 17 the validation; session 5 lasts until the test.
        assertThat(split.test().get(0).train().histories().rows()).isEqualTo(17);
        assertThat(split.validation().get(0).train().histories().rows()).isEqualTo(15);
        assertThat(split.test().get(0).questions()).hasSize(2);
    }

    @Test
    void aVeryLongSessionShowsItsNewestEventsOnly() {
        Interactions.Builder lines = lines();
        for (int event = 0; event < 300; event++) {
            lines.add("s", "i" + event % 7, event, 1, null).add("t", "i" + event % 7, 1000 + event, 1, null);
        }
        Interactions all = lines.build();

        Window test = SessionPrefixes.latest(all.events(items(all))).test().get(0);

        assertThat(test.questions()).hasSize(299);
        assertThat(test.questions().get(298).history().baskets()).isEqualTo(100);
    }

    @Test
    void basketsAreThoseOfOneIdOrDayOrEvent() {
        Interactions byDay = lines().add("a", "x", 1, 1, null)
                .add("a", "y", DAY - 1, 1, null)
                .add("a", "x", DAY, 1, null)
                .build();
        Interactions bare =
                lines().add("a", "x", 0, 1, null).add("a", "y", 0, 1, null).build();

        assertThat(counts(byDay.baskets(items(byDay)))).containsExactly(2, 1);
        assertThat(counts(bare.baskets(items(bare)))).containsExactly(1, 1);
        assertThat(byDay.events(items(byDay)).histories().baskets()).isEqualTo(3);
    }

    private static int[] counts(Dataset data) {
        int[] sizes = new int[data.histories().baskets()];
        Arrays.setAll(sizes, data.histories()::basketSize);
        return sizes;
    }

    @Test
    void sessionsArePartedByPausesAndReceiptsAreSessions() {
        Interactions lines = lines().add("a", "x", 10_000_000, 1, null)
                .add("a", "y", 1, 1, null)
                .add("a", "x", 1_000_000, 1, null)
                .add(null, "x", 5, 1, "till-1")
                .add(null, "y", 5, 1, "till-1")
                .build();

        Dataset sessions = lines.sessions(items(lines));

        assertThat(sessions.histories().knownRows()).isEqualTo(3);
        assertThat(sessions.histories().basketCount(0)).isEqualTo(2);
        assertThat(sessions.histories().basketCount(1)).isEqualTo(2);
        assertThat(lines.baskets(items(lines)).histories().knownRows()).isEqualTo(1);
        assertThat(lines.baskets(items(lines)).histories().rows()).isEqualTo(2);
    }
}
