package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.LiveInteractions;
import dev.comptoir.recommend.interaction.SalesCounts;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.popularity.DecayedPopularity;
import dev.comptoir.recommend.model.repeat.RepeatModel;
import java.util.List;

/** What holds for the whole shop at one moment, apart from single customers: counted from everything kept so far. Immutable. */
public final class ShopView {
    /** How far back "popular here" looks. */
    public static final int RECENT_DAYS = 30;

    private final long sequence;
    private final long today;
    private final Assortment assortment;
    private final DecayedPopularity popularity;
    private final RepeatModel repeat;
    private final Trend trend;
    private final Scorer popular;
    private final Scorer trending;

    private ShopView(
            long sequence,
            long today,
            Assortment assortment,
            SalesCounts counts,
            SalesCounts looks,
            Popularity popularity) {
        this.sequence = sequence;
        this.today = today;
        this.assortment = assortment;
        this.popularity = DecayedPopularity.of(
                List.of(
                        new DecayedPopularity.Weighted(counts, 1),
                        new DecayedPopularity.Weighted(looks, popularity.viewWeight())),
                popularity.halfLifeDays(),
                Math.toIntExact(today),
                RECENT_DAYS);
        this.repeat = RepeatModel.of(counts, popularity.halfLifeDays(), today);
        this.trend = Trend.of(counts, Math.toIntExact(today));
        this.popular = SharedScores.of(Contribution.Kind.POPULAR, assortment.size(), this.popularity::share);
        this.trending = SharedScores.of(Contribution.Kind.TRENDING, assortment.size(), trend::value);
    }

    static ShopView of(LiveInteractions live, Assortment assortment, long today, Popularity popularity) {
        SalesCounts counts = live.counts(assortment.indexOfLive(), assortment.size());
        SalesCounts looks = live.looks(assortment::find, assortment.size());
        return new ShopView(live.sequence(), today, assortment, counts, looks, popularity);
    }

    boolean isOf(long otherSequence, long otherDay, Assortment other) {
        return sequence == otherSequence && today == otherDay && assortment == other;
    }

    public Assortment assortment() {
        return assortment;
    }

    public DecayedPopularity popularity() {
        return popularity;
    }

    public RepeatModel repeat() {
        return repeat;
    }

    public Trend trend() {
        return trend;
    }

    /** What sells well: the share of the best seller's popularity, 0 to 1. */
    public Scorer popular() {
        return popular;
    }

    /** What sells better than before: {@link Trend#value}. */
    public Scorer trending() {
        return trending;
    }

    /** What a customer's own purchases say, 0 to 1. */
    public Scorer ownPurchases() {
        return new OwnPurchases(assortment.size(), repeat);
    }
}
