package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A split in time, as the shop lives it: at several moments a model learns from all that lies before, and everybody known is
 * asked what they buy in the time after. The last windows are the test; those before them are the validation. Immutable.
 *
 * @param horizonMillis how long a window is; 0 for 28 days, or a tenth of the data's time where that is shorter
 * @param validationWindows how many windows to choose by
 * @param testWindows how many windows to judge by
 * @param wholeWindow whether all purchases of the window are asked for, not only the first basket
 */
public record RollingTime(long horizonMillis, int validationWindows, int testWindows, boolean wholeWindow) {
    /*
     * Ji, Sun, Zhang, Li: "A Critical Study on Data Leakage in Recommender System Offline Evaluation", TOIS 2023; Meng et al.:
     * "Exploring Data Splitting Strategies for the Evaluation of Recommendation Models", RecSys 2020. For the cut T:
     *   training = all events with t < T;  history = the user's events with t < T;  target = first basket with T <= t < T + D.
     * The candidates are the items sold before T. A target that was not counts as missed: the shop did not find it either.
     */
    private static final long DAY = 86_400_000;

    public RollingTime {
        if (horizonMillis < 0) {
            throw new IllegalArgumentException("The horizon is " + horizonMillis + " ms, but must not be negative.");
        }
        if (validationWindows < 0 || testWindows < 1 || validationWindows + testWindows > 100) {
            throw new IllegalArgumentException("There are " + validationWindows + " validation and " + testWindows
                    + " test windows, but there must be at least 1 to test, and 100 in all at most.");
        }
    }

    /** Two windows to choose by and three to judge by, first baskets asked for. */
    public static RollingTime usual() {
        return new RollingTime(0, 2, 3, false);
    }

    /**
     * Divides the baskets of a shop. Windows without any question are left out.
     *
     * @throws IllegalArgumentException if all baskets are of one time
     */
    public Split split(Dataset baskets) {
        Histories histories = baskets.histories();
        long newest = histories.newest();
        long oldest = newest;
        for (int b = 0; b < histories.baskets(); b++) {
            oldest = Math.min(oldest, histories.time(b));
        }
        if (oldest == newest) {
            throw new IllegalArgumentException(
                    "All baskets are of one time, so that they cannot be split in time. Maybe use nextbasket?");
        }
        long horizon = horizonMillis == 0 ? usualHorizon(Math.subtractExact(newest, oldest)) : horizonMillis;
        List<Window> validation = new ArrayList<>();
        List<Window> test = new ArrayList<>();
        for (int back = validationWindows + testWindows; back >= 1; back--) {
            long cut = newest + 1 - back * horizon;
            if (cut > oldest) {
                Window window = window(baskets, cut, cut + horizon);
                if (!window.questions().isEmpty()) {
                    (back > testWindows ? validation : test).add(window);
                }
            }
        }
        return Split.of("timesplit", Task.NEXT_BASKET, validation, test);
    }

    private static long usualHorizon(long span) {
        long tenth = Math.max(1, Math.min(28 * DAY, span / 10));
        return tenth < DAY ? tenth : tenth / DAY * DAY;
    }

    private Window window(Dataset baskets, long cut, long end) {
        Histories histories = baskets.histories();
        Training training = Training.of(baskets, row -> before(histories, row, cut), false);
        boolean masked = training.hardlyRepeats();
        List<HeldOut> questions = new ArrayList<>();
        Map<String, Integer> skipped = new TreeMap<>();
        for (int row = 0; row < histories.knownRows(); row++) {
            int known = before(histories, row, cut);
            int until = before(histories, row, end);
            if (until == known) {
                continue;
            }
            if (known == 0) {
                skipped.merge("nothing known before the cut", 1, Integer::sum);
                continue;
            }
            int[] target = training.target(row, known, wholeWindow ? until : known + 1);
            questions.add(Questions.of(row, training.history(row, 0, known, cut), target, known, masked));
        }
        return Window.atCut(
                Questions.day(cut) + " to " + Questions.day(end - 1),
                training.data(),
                training.unitOfRow(),
                questions,
                cut,
                end,
                skipped);
    }

    /** How many baskets of a row lie before a time. */
    private static int before(Histories histories, int row, long time) {
        int first = histories.firstBasket(row);
        int low = first;
        int high = first + histories.basketCount(row);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (histories.time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - first;
    }
}
