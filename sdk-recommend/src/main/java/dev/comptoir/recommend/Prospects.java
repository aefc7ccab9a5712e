package dev.comptoir.recommend;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.consent.Purpose;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.serve.Blended;
import dev.comptoir.recommend.serve.Moment;
import dev.comptoir.recommend.serve.Part;
import dev.comptoir.recommend.serve.ShopState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the customers for a product. */
record Prospects(Business business) {
    /** What connects a customer with the product, before it is put in words. */
    private record Candidate(CustomerId customer, int row, double score) {}

    List<Prospect> find(ShopState state, ProductId product, int limit, @Nullable Purpose purpose) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit is " + limit + ", but must be at least 1.");
        }
        ShopState.Everybody everybody = state.everybody();
        Moment moment = everybody.moment();
        int item = moment.assortment().find(product);
        if (item < 0) {
            return List.of();
        }
        List<Part> parts = Parts.forProspects(moment);
        List<Prospect> prospects = new ArrayList<>();
        for (Candidate candidate : candidates(everybody, parts, moment, item)) {
            if (purpose != null
                    && !business.consents()
                            .status(candidate.customer(), purpose)
                            .permitted()) {
                continue;
            }
            Blended blended =
                    Blended.explainedOnly(parts, everybody.histories().history(candidate.row(), moment.now()));
            Explainer.Told told = new Explainer(
                            moment,
                            business.catalog(),
                            business.settings().zone(),
                            business.settings().language(),
                            false)
                    .tell(blended, item);
            prospects.add(new Prospect(candidate.customer(), told.score(), told.reason()));
            if (prospects.size() == limit) {
                break;
            }
        }
        return List.copyOf(prospects);
    }

    /** Whoever anything connects with the product, the most likely first; equals in the order of their ids. */
    private static List<Candidate> candidates(
            ShopState.Everybody everybody, List<Part> parts, Moment moment, int item) {
        Histories histories = everybody.histories();
        boolean boughtOnce = moment.shop().repeat().rebuyRate(item) < Answer.USUAL_REBUY_RATE;
        List<Candidate> candidates = new ArrayList<>();
        for (int row = 0; row < histories.knownRows(); row++) {
            History history = histories.history(row, moment.now());
            if (boughtOnce && history.find(item) >= 0) {
                continue;
            }
            double score = 0;
            for (Blended.Summand summand : Blended.explainedOnly(parts, history).explain(item)) {
                score += summand.weight() * summand.contribution().value();
            }
            if (score > 0) {
                candidates.add(new Candidate(everybody.customers().get(row), row, score));
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate one) -> -one.score()));
        return candidates;
    }
}
