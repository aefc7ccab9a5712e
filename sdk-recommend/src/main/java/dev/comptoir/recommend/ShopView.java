package dev.comptoir.recommend;

import dev.comptoir.ProductId;
import dev.comptoir.recommend.interaction.LiveInteractions;
import dev.comptoir.recommend.interaction.SalesCounts;
import dev.comptoir.recommend.model.popularity.DecayedPopularity;
import dev.comptoir.recommend.model.repeat.RepeatModel;
import java.util.List;

/** What holds for the whole shop at one moment, apart from single customers. Immutable. */
record ShopView(long sequence, long today, List<ProductId> products, DecayedPopularity popularity, RepeatModel repeat) {
    /** How far back "popular here" looks. */
    static final int RECENT_DAYS = 30;

    static ShopView of(LiveInteractions live, long today, double halfLifeDays) {
        SalesCounts counts = live.counts();
        return new ShopView(
                live.sequence(),
                today,
                counts.products(),
                DecayedPopularity.of(counts, halfLifeDays, Math.toIntExact(today), RECENT_DAYS),
                RepeatModel.of(counts, halfLifeDays, today));
    }
}
