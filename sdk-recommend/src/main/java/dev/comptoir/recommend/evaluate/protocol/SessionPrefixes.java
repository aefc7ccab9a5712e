package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Reveals sessions event by event and asks each time for the very next item. A model learns from the sessions that ended before.
 * Stateless.
 */
public final class SessionPrefixes {
    /*
     * Ludewig, Mauro, Latifi, Jannach: "Empirical Analysis of Session-Based Recommendation Algorithms", UMUAI 2021. Events of
     * items that training does not know are dropped from the sessions tested, and sessions with one event left ask nothing.
     * Sessions that go on over a cut belong to neither side. A history holds the newest LONGEST events: a robot's session of
     * 100,000 clicks would otherwise cost their square.
     */
    private static final int LONGEST = 100;
    private static final double TEST_SHARE = 0.1;

    private SessionPrefixes() {}

    /**
     * Sessions in order of time: the last tenth is the test, and the tenth before it the validation.
     *
     * @param sessions a row for each, in any order; without times, in the order in which they were
     */
    public static Split latest(Dataset sessions) {
        return split(sessions, (int) Math.ceil(TEST_SHARE * sessions.histories().knownRows()));
    }

    /**
     * Sessions that somebody divided before; the last of the training, as many as there are tests or a fifth where that is less,
     * are the validation.
     *
     * @param train a row for each session to learn from
     * @param test a row for each session to test, by the same numbers of items, without those that the training does not know
     * @throws dev.comptoir.recommend.evaluate.LeakageException if a session of the test is in the training, at the same times
     */
    public static Split given(Dataset train, Dataset test) {
        Joined.refuseDoubles(train.histories(), test.histories());
        Dataset sessions = Joined.of(train, test);
        Histories histories = sessions.histories();
        int learnt = train.histories().knownRows();
        int tested = test.histories().knownRows();
        int[] before = inOrder(histories, 0, learnt);
        List<Window> validation = validation(sessions, before, Math.min(tested, learnt / 5));
        int[] rows = inOrder(histories, learnt, learnt + tested);
        return Split.of("session", Task.NEXT_ITEM, validation, List.of(window(sessions, "test", before, rows)));
    }

    private static Split split(Dataset sessions, int tested) {
        Histories histories = sessions.histories();
        int[] order = inOrder(histories, 0, histories.knownRows());
        int[] test = Arrays.copyOfRange(order, order.length - tested, order.length);
        int[] before = before(histories, Arrays.copyOf(order, order.length - tested), test);
        List<Window> validation = validation(sessions, before, Math.min(tested, before.length / 5));
        return Split.of("session", Task.NEXT_ITEM, validation, List.of(window(sessions, "test", before, test)));
    }

    private static List<Window> validation(Dataset sessions, int[] order, int asked) {
        int[] late = Arrays.copyOfRange(order, order.length - asked, order.length);
        int[] early = before(sessions.histories(), Arrays.copyOf(order, order.length - asked), late);
        if (asked == 0 || early.length == 0) {
            return List.of();
        }
        Window window = window(sessions, "validation", early, late);
        return window.questions().isEmpty() ? List.of() : List.of(window);
    }

    /** The sessions that ended before all others began; all, where no times are known. */
    private static int[] before(Histories histories, int[] sessions, int[] others) {
        long cut = Arrays.stream(others)
                .mapToLong(row -> start(histories, row))
                .min()
                .orElse(Long.MAX_VALUE);
        return histories.newest() == oldest(histories)
                ? sessions
                : Arrays.stream(sessions)
                        .filter(row -> end(histories, row) < cut)
                        .toArray();
    }

    private static Window window(Dataset sessions, String name, int[] train, int[] test) {
        Histories histories = sessions.histories();
        boolean[] learnt = new boolean[histories.knownRows()];
        for (int row : train) {
            learnt[row] = true;
        }
        Training training = Training.of(
                sessions, row -> row < learnt.length && learnt[row] ? histories.basketCount(row) : 0, false);
        boolean masked = training.hardlyRepeats();
        List<HeldOut> questions = new ArrayList<>();
        int silent = 0;
        for (int row : test) {
            int before = questions.size();
            ask(training, histories, row, masked, questions);
            silent += questions.size() == before ? 1 : 0;
        }
        Map<String, Integer> skipped = silent == 0 ? Map.of() : Map.of("fewer than two known events", silent);
        long cut = Arrays.stream(test)
                .mapToLong(row -> start(histories, row))
                .min()
                .orElse(0);
        long newest =
                Arrays.stream(train).mapToLong(row -> end(histories, row)).max().orElse(0);
        if (newest >= cut) {
            return Window.of(name, training.data(), training.unitOfRow(), questions, skipped);
        }
        long end =
                Arrays.stream(test).mapToLong(row -> end(histories, row)).max().orElse(cut) + 1;
        return Window.atCut(name, training.data(), training.unitOfRow(), questions, cut, end, skipped);
    }

    private static void ask(Training training, Histories histories, int row, boolean masked, List<HeldOut> questions) {
        int first = histories.firstBasket(row);
        int[] known = new int[histories.basketCount(row)];
        int size = 0;
        for (int b = 0; b < known.length; b++) {
            if (training.knows(histories.item(histories.firstLine(first + b)))) {
                known[size++] = b;
            }
        }
        for (int k = 1; k < size; k++) {
            int from = known[Math.max(0, k - LONGEST)];
            int next = known[k];
            HeldOut question = Questions.of(
                    row,
                    training.history(row, from, next, histories.time(first + known[k - 1])),
                    training.target(row, next, next + 1),
                    next,
                    masked);
            if (question.targets() > 0) {
                questions.add(question);
            }
        }
    }

    private static int[] inOrder(Histories histories, int from, int to) {
        List<Integer> rows = new ArrayList<>();
        for (int row = from; row < to; row++) {
            rows.add(row);
        }
        rows.sort(Comparator.comparingLong(row -> start(histories, row)));
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /** When a session begins; an empty one never does. */
    private static long start(Histories histories, int row) {
        return histories.basketCount(row) == 0 ? Long.MAX_VALUE : histories.time(histories.firstBasket(row));
    }

    private static long end(Histories histories, int row) {
        int baskets = histories.basketCount(row);
        return baskets == 0 ? Long.MIN_VALUE : histories.time(histories.firstBasket(row) + baskets - 1);
    }

    private static long oldest(Histories histories) {
        long oldest = histories.newest();
        for (int b = 0; b < histories.baskets(); b++) {
            oldest = Math.min(oldest, histories.time(b));
        }
        return oldest;
    }
}
