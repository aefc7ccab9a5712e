package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Hides one item of each of the newest baskets and asks for it, given the others; a model learns from all that was bought
 * before. Receipts without customer count as any other. Stateless.
 */
public final class BasketCompletion {
    /*
     * "All but one" (Breese, Heckerman, Kadie: "Empirical Analysis of Predictive Algorithms for Collaborative Filtering", UAI
     * 1998), behind a cut in time. Each basket is a unit of its own.
     */
    private static final double ASKED_SHARE = 0.2;
    private static final int MOST = 5000;

    private BasketCompletion() {}

    /**
     * The newest fifth of the baskets, 5,000 at most; empty where all are of one time, or none has two known items.
     *
     * @param seed chooses which items are hidden
     */
    public static Optional<Window> latest(Dataset baskets, long seed) {
        Histories all = baskets.histories();
        long[] times = new long[all.baskets()];
        Arrays.setAll(times, all::time);
        Arrays.sort(times);
        if (times.length < 2) {
            return Optional.empty();
        }
        long cut = times[times.length - Math.min(MOST, (int) Math.ceil(ASKED_SHARE * times.length))];
        Training training = Training.of(baskets, row -> before(all, row, cut), false);
        List<HeldOut> questions = new ArrayList<>();
        for (int basket = 0; basket < all.baskets(); basket++) {
            if (all.time(basket) >= cut) {
                ask(training, all, basket, seed).ifPresent(questions::add);
            }
        }
        if (questions.isEmpty() || training.data().histories().baskets() == 0) {
            return Optional.empty();
        }
        long end = times[times.length - 1] + 1;
        return Optional.of(Window.atCut(
                Questions.day(cut) + " to " + Questions.day(end - 1),
                training.data(),
                training.unitOfRow(),
                questions,
                cut,
                end,
                Map.of()));
    }

    private static Optional<HeldOut> ask(Training training, Histories all, int basket, long seed) {
        int[] items = new int[all.basketSize(basket)];
        int size = 0;
        for (int k = 0; k < items.length; k++) {
            int item = all.item(all.firstLine(basket) + k);
            if (training.knows(item)) {
                items[size++] = training.number(item);
            }
        }
        if (size < 2) {
            return Optional.empty();
        }
        int hidden = new SplittableRandom(seed ^ (basket * 0x9E3779B97F4A7C15L)).nextInt(size);
        int[] shown = new int[size - 1];
        for (int k = 0; k < size; k++) {
            if (k != hidden) {
                shown[k < hidden ? k : k - 1] = items[k];
            }
        }
        long time = all.time(basket);
        History history = History.of(time, new long[] {time}, new int[][] {shown});
        // The units of the training are rows of customers: a basket is another one.
        return Optional.of(HeldOut.of(all.rows() + basket, history, new int[] {items[hidden]}, 1, true));
    }

    private static int before(Histories all, int row, long cut) {
        int count = 0;
        while (count < all.basketCount(row) && all.time(all.firstBasket(row) + count) < cut) {
            count++;
        }
        return count;
    }
}
