package dev.comptoir.recommend;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.recommend.interaction.LiveInteractions;
import dev.comptoir.recommend.interaction.UserHistory;
import dev.comptoir.recommend.linalg.Tiles;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a recommender holds in memory for one business; can be dropped at any time and built anew from the log.
 * Thread-safe. Lock order: {@code training}, then {@code receipts}.
 */
final class ShopState {
    private final Business business;
    private final RecommendSettings settings;
    private final Tiles tiles;
    private final Object training = new Object();
    private final Object receipts = new Object();

    /** Guarded by {@code receipts}. */
    private LiveInteractions live = new LiveInteractions();

    /** Guarded by {@code receipts}. */
    private @Nullable ShopView view;

    /** How many erasures there had been when {@code live} was begun. Guarded by {@code receipts}. */
    private long erasures;

    private volatile @Nullable TrainedEase ease;

    ShopState(Business business, RecommendSettings settings) {
        this.business = business;
        this.settings = settings;
        this.tiles = Tiles.on(business.executor(), settings.threads());
    }

    /**
     * What one request sees: all of one moment.
     *
     * @param anchors the item index of each product of the request that was ever sold
     */
    record Moment(ShopView shop, UserHistory history, List<Integer> anchors, TrainedEase ease, LocalDate today) {}

    Moment moment(@Nullable CustomerId customer, List<ProductId> products) {
        LocalDate today = LocalDate.ofInstant(
                business.clock().instant(), business.settings().zone());
        LiveInteractions source;
        ShopView shop;
        UserHistory history;
        List<Integer> anchors;
        synchronized (receipts) {
            shop = upToDate(today);
            source = live;
            history = customer == null ? UserHistory.EMPTY : live.history(customer);
            anchors = products.stream()
                    .map(live::indexOf)
                    .filter(item -> item >= 0)
                    .toList();
        }
        TrainedEase trained = ease(source, shop.sequence());
        // A failed read in between began a new source, which numbers items anew.
        return trained.isOf(source) ? new Moment(shop, history, anchors, trained, today) : moment(customer, products);
    }

    /** Trains anew on everything kept so far. Requests go on with the model before, where there is one. */
    void refresh() {
        synchronized (training) {
            train();
        }
    }

    private TrainedEase ease(LiveInteractions source, long sequence) {
        TrainedEase current = ease;
        if (current != null && current.serves(source, sequence)) {
            return current;
        }
        synchronized (training) {
            current = ease;
            return current != null && current.serves(source, sequence) ? current : train();
        }
    }

    private TrainedEase train() {
        TrainedEase.Input input;
        synchronized (receipts) {
            catchUp();
            input = TrainedEase.Input.of(live, settings);
        }
        TrainedEase trained = TrainedEase.train(input, settings, tiles);
        ease = trained;
        return trained;
    }

    private ShopView upToDate(LocalDate today) {
        catchUp();
        ShopView current = view;
        if (current == null || current.sequence() != live.sequence() || current.today() != today.toEpochDay()) {
            current = ShopView.of(live, today.toEpochDay(), settings.halfLifeDays());
            view = current;
        }
        return current;
    }

    private void catchUp() {
        // Read before the log: what is erased while it is read is noticed by the next request.
        long erasuresNow = business.events().erasures();
        if (erasuresNow != erasures) {
            // Nobody who was erased stays in memory, neither in the receipts nor in what was learned from them.
            live = new LiveInteractions();
            view = null;
            ease = null;
            erasures = erasuresNow;
        }
        try {
            live.catchUp(business.events());
        } catch (RuntimeException | Error failure) {
            // Half a page may have been taken in: begin anew rather than count it twice.
            live = new LiveInteractions();
            view = null;
            throw failure;
        }
    }
}
