package dev.comptoir.recommend.serve;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.error.ModelException;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.LiveInteractions;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.SelectionProgress;
import dev.comptoir.recommend.select.SelectionReport;
import dev.comptoir.recommend.select.Surface;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything a recommender holds in memory for one business; can be dropped at any time and built anew from the log.
 * Thread-safe. Lock order: {@code choosingLock}, {@code trainingLock}, then {@code receipts}.
 */
public final class ShopState {
    private final Business business;
    private final Popularity popularity;
    private final ModelTraining training;
    private final Choosing choosing;
    /** Guarded by {@code trainingLock}. */
    private final Choices choices;
    /** Guarded by {@code trainingLock}. */
    private final @Nullable TextVectors vectors;

    /** One choosing at a time; training goes on meanwhile. */
    private final Object choosingLock = new Object();

    private final Object trainingLock = new Object();
    private final Object receipts = new Object();

    /** Guarded by {@code receipts}. */
    private LiveInteractions live = new LiveInteractions();

    /** Guarded by {@code receipts}. */
    private @Nullable ShopView view;

    /** How many erasures there had been when {@code live} was begun. Guarded by {@code receipts}. */
    private long erasures;

    private volatile @Nullable TrainedModels models;

    private ShopState(
            Business business,
            Popularity popularity,
            ModelTraining training,
            Choosing choosing,
            Choices choices,
            @Nullable TextVectors vectors) {
        this.vectors = vectors;
        this.choosing = choosing;
        this.choices = choices;
        this.business = business;
        this.popularity = popularity;
        this.training = training;
    }

    /**
     * Nothing is read yet.
     *
     * @param popularity how it is counted
     * @param chosen what answers on surfaces, whatever else was chosen or is usual
     * @param limits models that take more stay silent
     * @param embeddings for the texts of products; null where words speak for themselves
     * @param threads to train with, at least 1
     */
    public static ShopState of(
            Business business,
            Popularity popularity,
            Portfolio portfolio,
            Map<Surface, Choice> chosen,
            Limits limits,
            @Nullable EmbeddingModel embeddings,
            int threads) {
        Tiles tiles = Tiles.on(business.executor(), threads);
        ModelSnapshots snapshots = new ModelSnapshots(business.snapshots(), business.clock());
        return new ShopState(
                business,
                popularity,
                new ModelTraining(portfolio, limits, snapshots, tiles),
                new Choosing(portfolio, limits, tiles, business.seed()),
                new Choices(chosen, new ChoiceStore(business.snapshots(), portfolio, business.clock())),
                embeddings == null ? null : new TextVectors(embeddings, business.snapshots(), business.clock()));
    }

    /** All of this moment for one customer, or for nobody. */
    public Moment moment(@Nullable CustomerId customer) {
        return inOneMoment(customer, moment -> moment);
    }

    /**
     * What everybody kept, and who they are, at one moment.
     *
     * @param moment of which all is
     * @param customers in the order of the rows
     * @param histories with the items of the moment
     */
    public record Everybody(Moment moment, List<CustomerId> customers, Histories histories) {}

    /** Everybody, as of now. */
    public Everybody everybody() {
        return inOneMoment(null, moment -> {
            Assortment items = moment.assortment();
            return new Everybody(
                    moment, live.customers(), live.histories(items.indexOfLive(), items.size(), moment.now()));
        });
    }

    /** Reads something of the moment of a request, with the receipts locked. */
    private <T> T inOneMoment(@Nullable CustomerId customer, Function<Moment, T> read) {
        Instant now = business.clock().instant();
        LocalDate today = LocalDate.ofInstant(now, business.settings().zone());
        while (true) {
            TrainedModels trained = upToDateModels();
            synchronized (receipts) {
                catchUp();
                // Somebody was erased since the models were chosen: begin again, without them.
                if (trained.erasures() == erasures) {
                    ShopView shop = view(trained, today);
                    int[] items = shop.assortment().indexOfLive();
                    History history = customer == null
                            ? History.empty(now.toEpochMilli())
                            : live.history(customer, items, now.toEpochMilli());
                    return read.apply(new Moment(shop, history, trained, now.toEpochMilli(), today));
                }
            }
        }
    }

    /** Trains anew on everything kept so far. Requests go on with the models before, where there are any. */
    public void refresh(TrainingListener listener) {
        synchronized (trainingLock) {
            train(input(listener), false, listener);
        }
    }

    private TrainedModels upToDateModels() {
        TrainedModels current = serving();
        if (current != null) {
            return current;
        }
        synchronized (trainingLock) {
            current = serving();
            return current != null ? current : train(inputOrWords(), models == null, TrainingListener.NONE);
        }
    }

    private @Nullable TrainedModels serving() {
        TrainedModels current = models;
        return current != null
                        && current.serves(
                                business.events().lastSequence(),
                                business.catalog().version(),
                                business.events().erasures())
                ? current
                : null;
    }

    /**
     * Chooses models for every surface that the business's own past tells something about, and trains what was chosen. Takes
     * minutes for a large shop; requests go on meanwhile.
     */
    public List<SelectionReport> choose(SelectionProgress progress) {
        synchronized (choosingLock) {
            TrainingInput input;
            Lineup serving;
            synchronized (trainingLock) {
                input = input(TrainingListener.NONE);
                serving = train(input, models == null, TrainingListener.NONE).lineup();
            }
            List<SelectionReport> reports = choosing.run(input, serving, progress);
            synchronized (trainingLock) {
                TrainingInput now = input(TrainingListener.NONE);
                reports.forEach(report -> choices.choose(report.choice(), now));
                train(now, false, TrainingListener.NONE);
            }
            return reports;
        }
    }

    private TrainedModels train(TrainingInput input, boolean old, TrainingListener listener) {
        TrainedModels trained = training.run(input, choices.asOf(input), models, old, listener);
        models = trained;
        return trained;
    }

    private TrainingInput input(TrainingListener listener) {
        TrainingInput input = receipts();
        TextVectors texts = vectors;
        return texts == null
                ? input
                : input.with(texts.embed(input.dataset().features(), input.sequence(), input.erasures(), listener));
    }

    /** For a request, which must not fail because somebody's embedding model does: words speak until the next training. */
    private TrainingInput inputOrWords() {
        try {
            return input(TrainingListener.NONE);
        } catch (ModelException failure) {
            return receipts();
        }
    }

    private TrainingInput receipts() {
        synchronized (receipts) {
            catchUp();
            Assortment assortment = Assortment.of(List.of(), live, business.catalog());
            long catalog = assortment.catalogVersion();
            List<ProductId> products = assortment.products();
            Histories histories = live.histories(
                    assortment.indexOfLive(), products.size(), business.clock().millis());
            Dataset dataset = new Dataset(histories, assortment.features());
            Histories visits = live.visits(assortment::find, products.size());
            boolean looked = visits.rows() > 0;
            Dataset sessions = looked ? new Dataset(visits, assortment.features()) : dataset;
            return new TrainingInput(live.sequence(), erasures, catalog, products, dataset, looked, sessions);
        }
    }

    private ShopView view(TrainedModels trained, LocalDate today) {
        ShopView current = view;
        Assortment assortment = current == null ? null : current.assortment();
        if (assortment == null
                || !assortment.isOf(live, business.catalog())
                || !assortment.begins(trained.products())) {
            assortment = Assortment.of(trained.products(), live, business.catalog());
        }
        if (current == null || !current.isOf(live.sequence(), today.toEpochDay(), assortment)) {
            current = ShopView.of(live, assortment, today.toEpochDay(), popularity);
            view = current;
        }
        return current;
    }

    private void catchUp() {
        // Read before the log: what is erased while it is read is noticed by the next request.
        long erasuresNow = business.events().erasures();
        if (erasuresNow != erasures) {
            // Nobody who was erased stays among the receipts. Models of before the erasure serve no request any more.
            live = new LiveInteractions();
            view = null;
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
