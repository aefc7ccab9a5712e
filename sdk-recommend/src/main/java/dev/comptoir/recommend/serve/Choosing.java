package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.evaluate.protocol.BasketCompletion;
import dev.comptoir.recommend.evaluate.protocol.RollingTime;
import dev.comptoir.recommend.evaluate.protocol.SessionPrefixes;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.Selection;
import dev.comptoir.recommend.select.SelectionProgress;
import dev.comptoir.recommend.select.SelectionReport;
import dev.comptoir.recommend.select.Surface;
import java.util.ArrayList;
import java.util.List;

/** Chooses models on a business's own past, surface by surface. Immutable. */
record Choosing(Portfolio portfolio, Limits limits, Tiles tiles, long seed) {
    /*
     * Next basket and buying again are judged on four windows in time; what completes a basket, on an item hidden in each of the
     * newest; a session, on the next look or purchase of the newest ones. What is similar to a product no record tells: that
     * surface keeps what is usual.
     */
    private static final RollingTime WINDOWS = new RollingTime(0, 3, 1, false);

    List<SelectionReport> run(TrainingInput input, Lineup serving, SelectionProgress progress) {
        List<SelectionReport> reports = new ArrayList<>();
        List<Window> windows = inTime(input.dataset());
        choose(Surface.FOR_CUSTOMER, Task.NEXT_BASKET, windows, serving, progress, reports);
        choose(Surface.BUY_AGAIN, Task.NEXT_BASKET, windows, serving, progress, reports);
        List<Window> baskets =
                BasketCompletion.latest(input.dataset(), seed).stream().toList();
        choose(Surface.COMPLETE_BASKET, Task.NEXT_ITEM, baskets, serving, progress, reports);
        if (input.visits()) {
            choose(Surface.SESSION, Task.NEXT_ITEM, sessions(input.sessions()), serving, progress, reports);
        }
        return List.copyOf(reports);
    }

    private void choose(
            Surface surface,
            Task task,
            List<Window> windows,
            Lineup serving,
            SelectionProgress progress,
            List<SelectionReport> reports) {
        if (!windows.isEmpty()) {
            reports.add(Selection.of(surface, portfolio)
                    .limits(limits)
                    .incumbent(serving.choice(surface))
                    .seed(seed)
                    .progress(progress)
                    .run(task, windows, tiles));
        }
    }

    private static List<Window> inTime(Dataset data) {
        Histories histories = data.histories();
        boolean spread = false;
        for (int basket = 1; basket < histories.baskets() && !spread; basket++) {
            spread = histories.time(basket) != histories.time(0);
        }
        return spread ? all(WINDOWS.split(data)) : List.of();
    }

    private static List<Window> sessions(Dataset sessions) {
        return sessions.histories().knownRows() < 2 ? List.of() : all(SessionPrefixes.latest(sessions));
    }

    /** Here nobody judges afterwards: every window counts for the choice, and the report says how sure it is. */
    private static List<Window> all(Split split) {
        List<Window> all = new ArrayList<>(split.validation());
        all.addAll(split.test());
        all.removeIf(window -> window.questions().isEmpty());
        return all;
    }
}
