package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts of a split folder, in which a user has the same id throughout. Not thread-safe. */
final class GivenParts {
    private final Catalogue catalogue;
    private final Dataset train;
    private final int[] unitOfRow;
    private final Map<String, Integer> units = new HashMap<>();

    GivenParts(Catalogue catalogue, Interactions train) {
        this.catalogue = catalogue;
        this.train = train.events(catalogue);
        Ids ids = train.userNumbering();
        this.unitOfRow = new int[ids.size()];
        for (int row = 0; row < ids.size(); row++) {
            unitOfRow[row] = unit(ids.id(row));
        }
    }

    private int unit(String user) {
        return units.computeIfAbsent(user, id -> units.size());
    }

    Window window(String name, Interactions shown, Interactions asked) {
        Ids users = shown.userNumbering();
        Ids targets = asked.userNumbering();
        Histories histories = shown.events(catalogue).histories();
        Histories sought = asked.events(catalogue).histories();
        List<HeldOut> questions = new ArrayList<>();
        Map<String, Integer> skipped = new TreeMap<>();
        for (int row = 0; row < users.size(); row++) {
            int row2 = targets.find(users.id(row));
            History history = history(histories, row);
            if (history.isEmpty()) {
                skipped.merge("nothing to show", 1, Integer::sum);
            } else if (row2 < 0) {
                skipped.merge("nothing to find", 1, Integer::sum);
            } else {
                History target = sought.history(row2, 0);
                int[] items = new int[target.distinct()];
                for (int k = 0; k < items.length; k++) {
                    items[k] = target.item(k);
                }
                questions.add(Questions.of(unit(users.id(row)), history, items, history.baskets(), true));
            }
        }
        return Window.of(name, train, unitOfRow, questions, skipped);
    }

    /** Asked about at its end. */
    private static History history(Histories histories, int row) {
        int last = histories.firstBasket(row) + histories.basketCount(row) - 1;
        return histories.history(row, histories.basketCount(row) == 0 ? 0 : histories.time(last));
    }
}
