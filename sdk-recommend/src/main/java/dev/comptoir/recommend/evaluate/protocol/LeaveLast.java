package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Leaves the last basket, or the last event, of every user out: all that lies before is the training, of everybody alike; some
 * users are for validation and the others for the test. Stateless.
 *
 * <p>What others bought later than a target can be in the training: this is the protocol of published tables, and flatters a
 * little. {@link RollingTime} does not.
 */
public final class LeaveLast {
    private static final int VALIDATION_USERS = 2000;

    private LeaveLast() {}

    /**
     * The last basket of each user with at least two.
     *
     * @param baskets all items are candidates, also those that nobody bought before
     * @param seed chooses 2,000 users for the validation, or a fifth where that is less
     */
    public static Split basket(Dataset baskets, long seed) {
        return split("nextbasket", Task.NEXT_BASKET, baskets, seed);
    }

    /** The last event of each user with at least two; otherwise as {@link #basket}. */
    public static Split item(Dataset events, long seed) {
        return split("nextitem", Task.NEXT_ITEM, events, seed);
    }

    private static Split split(String protocol, Task task, Dataset dataset, long seed) {
        Histories histories = dataset.histories();
        Training training = Training.of(
                dataset,
                row -> row < histories.knownRows() && histories.basketCount(row) > 1
                        ? histories.basketCount(row) - 1
                        : histories.basketCount(row),
                true);
        boolean masked = training.hardlyRepeats();
        List<Integer> users = new ArrayList<>();
        for (int row = 0; row < histories.knownRows(); row++) {
            if (histories.basketCount(row) > 1) {
                users.add(row);
            }
        }
        Map<String, Integer> skipped = histories.knownRows() == users.size()
                ? Map.of()
                : Map.of("fewer than two baskets", histories.knownRows() - users.size());
        Collections.shuffle(users, new Random(seed));
        int validation = Math.min(VALIDATION_USERS, users.size() / 5);
        return Split.of(
                protocol,
                task,
                validation == 0
                        ? List.of()
                        : List.of(window(
                                "validation", training, histories, users.subList(0, validation), masked, Map.of())),
                List.of(window("test", training, histories, users.subList(validation, users.size()), masked, skipped)));
    }

    private static Window window(
            String name,
            Training training,
            Histories histories,
            List<Integer> users,
            boolean masked,
            Map<String, Integer> skipped) {
        List<HeldOut> questions = new ArrayList<>();
        for (int row : users.stream().sorted().toList()) {
            int last = histories.basketCount(row) - 1;
            long now = histories.time(histories.firstBasket(row) + last);
            questions.add(Questions.of(
                    row, training.history(row, 0, last, now), training.target(row, last, last + 1), last, masked));
        }
        return Window.of(name, training.data(), training.unitOfRow(), questions, skipped);
    }
}
