package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.interaction.History;
import java.time.LocalDate;

/**
 * What one request sees: all of one moment. Immutable.
 *
 * @param shop counts of everything kept so far
 * @param history the customer's; empty where nobody is asked about
 * @param models what was learnt
 * @param now milliseconds of the epoch
 * @param today the business's local day
 */
public record Moment(ShopView shop, History history, TrainedModels models, long now, LocalDate today) {
    /** The products as items. */
    public Assortment assortment() {
        return shop.assortment();
    }
}
