package dev.comptoir.recommend;

import dev.comptoir.Business;
import dev.comptoir.ProductId;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.repeat.RepeatScorer;
import dev.comptoir.recommend.model.repeat.Rhythm;
import dev.comptoir.recommend.serve.Blended;
import dev.comptoir.recommend.serve.Lineup;
import dev.comptoir.recommend.serve.Moment;
import dev.comptoir.recommend.serve.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what a customer will want once more, and when. */
record Replenishments(Business business, Moment moment) {
    List<Replenishment> list(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit is " + limit + ", but must be at least 1.");
        }
        Scorer repeat = moment.models().scorer(Lineup.REPEAT);
        if (!(repeat instanceof RepeatScorer rhythms)) {
            return List.of();
        }
        ZoneId zone = business.settings().zone();
        Explainer explainer = new Explainer(
                moment, business.catalog(), zone, business.settings().language(), false);
        History history = moment.history();
        Blended own = Blended.explainedOnly(List.of(Part.of(rhythms, 1)), history);
        List<Replenishment> all = new ArrayList<>();
        for (int k = 0; k < history.distinct(); k++) {
            int item = history.item(k);
            ProductId product = moment.assortment().product(item);
            boolean boughtOnce = moment.shop().repeat().rebuyRate(item) < Answer.USUAL_REBUY_RATE;
            Rhythm rhythm = boughtOnce || !business.catalog().offers(product) ? null : rhythms.rhythm(history, item);
            if (rhythm != null) {
                all.add(new Replenishment(
                        product,
                        day(rhythm.due(), zone),
                        rhythm.intervalDays(),
                        rhythm.daysSinceLast(),
                        rhythm.rebuyProbability(),
                        rhythm.dueScore(),
                        explainer.tell(own, item).reason()));
            }
        }
        all.sort(Comparator.comparingDouble((Replenishment one) -> -one.score()).thenComparing(Replenishment::product));
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    /** Intervals without end lead beyond the calendar. */
    private static LocalDate day(Instant due, ZoneId zone) {
        Instant latest = Instant.parse("9999-12-30T00:00:00Z");
        return LocalDate.ofInstant(due.isAfter(latest) ? latest : due, zone);
    }
}
