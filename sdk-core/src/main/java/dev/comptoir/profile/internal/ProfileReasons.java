package dev.comptoir.profile.internal;

import dev.comptoir.profile.BasketSize;
import dev.comptoir.profile.CategoryShare;
import dev.comptoir.profile.Favourite;
import dev.comptoir.profile.HabitualDay;
import dev.comptoir.profile.HabitualHour;
import dev.comptoir.profile.LoyaltyCard;
import dev.comptoir.profile.Note;
import dev.comptoir.profile.OpenRequest;
import dev.comptoir.profile.Preference;
import dev.comptoir.profile.PriceSensitivity;
import dev.comptoir.profile.ProfileValue;
import dev.comptoir.profile.Reason;
import dev.comptoir.profile.RfmScore;
import dev.comptoir.profile.RfmSegment;
import dev.comptoir.profile.Satisfaction;
import dev.comptoir.profile.internal.Evidence.Cited;
import dev.comptoir.value.NextPurchase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says of each value of a profile what it rests on. */
final class ProfileReasons {
    private final FoldedProfile profile;

    ProfileReasons(FoldedProfile profile) {
        this.profile = profile;
    }

    Reason of(ProfileValue value) {
        return switch (value) {
            case FIRST_PURCHASE -> purchase(value, profile.first);
            case LAST_PURCHASE -> purchase(value, profile.last);
            case PURCHASE_COUNT -> counted(value, profile.purchases, numbers("purchases", profile.purchaseCount()));
            case RETURN_COUNT -> counted(value, profile.returns, numbers("returns", profile.returnCount()));
            case SPEND -> spend(value);
            case OTHER_CURRENCIES ->
                profile.otherCurrencies().isEmpty()
                        ? silent(value, "none", profile.purchases)
                        : counted(
                                value,
                                profile.otherSales,
                                numbers(
                                        "amounts",
                                        List.copyOf(profile.otherCurrencies().values())));
            case AVERAGE_BASKET -> orSilent(value, profile.basketSize(), size -> averageBasket(value, size));
            case BASKET_SIZE -> orSilent(value, profile.basketSize(), size -> basketSize(value, size));
            case BASKET_COMPOSITION ->
                orSilent(value, first(profile.basketComposition()), share -> composition(value, share));
            case FAVOURITE_PRODUCTS -> orSilent(value, first(profile.favouriteProducts()), best -> best(value, best));
            case FAVOURITE_CATEGORIES ->
                orSilent(value, first(profile.favouriteCategories()), best -> best(value, best));
            case FAVOURITE_CHANNELS -> orSilent(value, first(profile.favouriteChannels()), best -> best(value, best));
            case FAVOURITE_DAYS -> orSilent(value, first(profile.favouriteDays()), best -> day(value, best));
            case FAVOURITE_HOURS -> orSilent(value, first(profile.favouriteHours()), best -> hour(value, best));
            case PRICE_SENSITIVITY -> priceSensitivity(value);
            case PREFERENCES -> orSilent(value, first(profile.preferences()), surest -> preference(value, surest));
            case RFM -> orSilent(value, profile.rfm(), score -> rfm(value, score));
            case RFM_SEGMENT -> orSilent(value, profile.rfm(), score -> segment(value, score));
            case NEXT_PURCHASE -> orSilent(value, profile.nextPurchase(), next -> nextPurchase(value, next));
            case CONTACTS -> contacts(value);
            case OPEN_REQUESTS -> openRequests(value);
            case SATISFACTION -> satisfaction(value);
            case NOTES -> notes(value);
            case LOYALTY_CARDS -> loyaltyCards(value);
        };
    }

    private Reason purchase(ProfileValue value, @Nullable Moment event) {
        if (event == null) {
            return silent(value, "none", Cited.NOTHING);
        }
        LocalDate day = profile.day(event.at());
        long ahead = Math.max(0, ChronoUnit.DAYS.between(profile.day(profile.asOf()), day));
        return counted(value, Cited.of(List.of(event)), numbers("day", day, "daysAhead", ahead));
    }

    private Reason spend(ProfileValue value) {
        return counted(
                value,
                profile.purchases.and(profile.returns),
                numbers(
                        "purchases",
                        profile.purchaseCount(),
                        "bought",
                        profile.bought,
                        "returns",
                        profile.returnCount(),
                        "givenBack",
                        profile.givenBack,
                        "spend",
                        profile.spend()));
    }

    private Reason averageBasket(ProfileValue value, BasketSize size) {
        return counted(
                value,
                profile.purchases,
                numbers("bought", profile.bought, "purchases", size.purchases(), "mean", size.meanAmount()));
    }

    private Reason basketSize(ProfileValue value, BasketSize size) {
        return counted(
                value,
                profile.purchases,
                numbers(
                        "purchases",
                        size.purchases(),
                        "meanLines",
                        size.meanLines(),
                        "medianLines",
                        size.medianLines(),
                        "meanUnits",
                        size.meanUnits(),
                        "medianUnits",
                        size.medianUnits(),
                        "meanAmount",
                        size.meanAmount(),
                        "medianAmount",
                        size.medianAmount()));
    }

    private Reason composition(ProfileValue value, CategoryShare share) {
        return counted(
                value,
                profile.purchases,
                numbers(
                        "category",
                        share.category(),
                        "amount",
                        share.amount(),
                        "bought",
                        profile.bought,
                        "percent",
                        Math.round(100 * share.share())));
    }

    private Reason best(ProfileValue value, Favourite best) {
        return habit(value, best.title(), best.purchases(), best.ofPurchases());
    }

    private Reason day(ProfileValue value, HabitualDay best) {
        return habit(value, best.day(), best.purchases(), best.ofPurchases());
    }

    private Reason hour(ProfileValue value, HabitualHour best) {
        return habit(value, best.hour(), best.purchases(), best.ofPurchases());
    }

    private Reason habit(ProfileValue value, Object what, int purchasesWithIt, int purchases) {
        return estimated(
                value,
                Preference.lowerBound(purchasesWithIt, purchases),
                profile.purchases,
                numbers("title", what, "purchasesWithIt", purchasesWithIt, "purchases", purchases));
    }

    private Reason priceSensitivity(ProfileValue value) {
        PriceSensitivity known = profile.compared.sensitivity();
        if (known == null) {
            return silent(
                    value,
                    profile.purchaseCount() == 0 ? "none" : "too-few-lines",
                    profile.purchases,
                    numbers("lines", profile.compared.lines(), "needed", PriceSensitivity.MIN_LINES));
        }
        long others = known.linesCompared() - known.linesBelowUsual();
        double least = known.shareBelowUsualAtLeast();
        double most = 1 - Preference.lowerBound((double) others, (double) known.linesCompared());
        return estimated(
                value,
                Math.max(0, 1 - (most - least)),
                profile.purchases,
                numbers(
                        "linesBelowUsual",
                        known.linesBelowUsual(),
                        "linesCompared",
                        known.linesCompared(),
                        "shopPercent",
                        Math.round(100 * known.shopShareBelowUsual()),
                        "positioned",
                        known.categoryPosition().isPresent() ? 1 : 0,
                        "positionPercent",
                        Math.round(100 * known.categoryPosition().orElse(0))));
    }

    private Reason preference(ProfileValue value, Preference surest) {
        return estimated(
                value,
                surest.confidence(),
                profile.purchases.and(profile.statements),
                numbers(
                        "title",
                        surest.title(),
                        "attitude",
                        surest.attitude(),
                        "origin",
                        surest.origin(),
                        "percent",
                        Math.round(100 * surest.confidence()),
                        "day",
                        profile.day(surest.date()),
                        "preferences",
                        profile.preferences().size()));
    }

    private Reason rfm(ProfileValue value, RfmScore score) {
        return counted(
                value,
                profile.purchases,
                numbers(
                        "daysSinceLastPurchase",
                        profile.daysSinceLastPurchase().orElseThrow(),
                        "purchases",
                        profile.purchaseCount(),
                        "spend",
                        profile.spend(),
                        "customers",
                        profile.customers,
                        "recencyScore",
                        score.recency(),
                        "frequencyScore",
                        score.frequency(),
                        "monetaryScore",
                        score.monetary()));
    }

    private Reason segment(ProfileValue value, RfmScore score) {
        return counted(
                value,
                profile.purchases,
                numbers(
                        "segment",
                        RfmSegment.of(score),
                        "recencyScore",
                        score.recency(),
                        "frequencyScore",
                        score.frequency(),
                        "monetaryScore",
                        score.monetary()));
    }

    private Reason nextPurchase(ProfileValue value, NextPurchase next) {
        return estimated(
                value,
                Preference.lowerBound(next.intervals(), next.intervals()),
                profile.purchases,
                numbers(
                        "lastDay",
                        profile.lastDay,
                        "medianIntervalDays",
                        next.medianIntervalDays(),
                        "intervals",
                        next.intervals(),
                        "expected",
                        next.expected()));
    }

    private Reason contacts(ProfileValue value) {
        return orSilent(
                value,
                profile.contacts().last(),
                profile.messages,
                last -> counted(
                        value,
                        profile.messages,
                        numbers(
                                "received",
                                profile.contacts().receivedCount(),
                                "sent",
                                profile.contacts().sentCount(),
                                "lastDay",
                                profile.day(last))));
    }

    private Reason openRequests(ProfileValue value) {
        List<OpenRequest> open = profile.openRequests();
        if (open.isEmpty()) {
            return silent(value, "none", profile.messages);
        }
        return counted(
                value,
                Cited.of(open.stream()
                        .map(request -> new Moment(request.at(), request.message()))
                        .toList()),
                numbers(
                        "open",
                        open.size(),
                        "oldestDay",
                        profile.day(open.get(0).at())));
    }

    private Reason satisfaction(ProfileValue value) {
        Optional<Satisfaction> known = profile.satisfaction();
        return orSilent(
                value,
                known,
                profile.ratings,
                rated -> counted(
                        value,
                        profile.ratings,
                        numbers("ratings", rated.ratings(), "mean", rated.mean(), "last", rated.last())));
    }

    private Reason notes(ProfileValue value) {
        Cited cited = new Cited(
                profile.notes().stream()
                        .map(note -> new Moment(note.at(), note.event()))
                        .toList(),
                profile.noteCount);
        Optional<Note> newest = first(profile.notes());
        return orSilent(
                value,
                newest,
                cited,
                note -> counted(
                        value,
                        cited,
                        numbers("notes", profile.noteCount, "author", note.author(), "day", profile.day(note.at()))));
    }

    private Reason loyaltyCards(ProfileValue value) {
        List<LoyaltyCard> cards = profile.loyaltyCards();
        return cards.isEmpty()
                ? silent(value, "none", profile.cardEvents)
                : counted(value, profile.cardEvents, numbers("cards", cards.size()));
    }

    private static <T> Optional<T> first(List<T> list) {
        return list.stream().findFirst();
    }

    private <T> Reason orSilent(ProfileValue value, Optional<T> known, Function<T, Reason> reason) {
        return orSilent(value, known, profile.purchases, reason);
    }

    private <T> Reason orSilent(ProfileValue value, Optional<T> known, Cited seen, Function<T, Reason> reason) {
        return known.map(reason).orElseGet(() -> silent(value, "none", seen));
    }

    private Reason counted(ProfileValue value, Cited evidence, Map<String, Object> aggregates) {
        return estimated(value, 1, evidence, aggregates);
    }

    private Reason estimated(ProfileValue value, double confidence, Cited evidence, Map<String, Object> aggregates) {
        return reason(value, Optional.empty(), confidence, evidence, aggregates);
    }

    /** Why there is no value: what there is does not suffice. */
    private Reason silent(ProfileValue value, String gate, Cited seen) {
        return silent(value, gate, seen, Map.of());
    }

    private Reason silent(ProfileValue value, String gate, Cited seen, Map<String, Object> aggregates) {
        return reason(value, Optional.of(gate), 0, seen, aggregates);
    }

    private Reason reason(
            ProfileValue value,
            Optional<String> gate,
            double confidence,
            Cited evidence,
            Map<String, Object> aggregates) {
        return new Reason(
                value,
                gate,
                aggregates,
                evidence.ids(),
                evidence.count(),
                value.rule(),
                confidence,
                profile.asOf(),
                profile.settings.language());
    }

    private static Map<String, Object> numbers(@Nullable Object... namesAndValues) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            numbers.put(
                    (String) Objects.requireNonNull(namesAndValues[i]), Objects.requireNonNull(namesAndValues[i + 1]));
        }
        return numbers;
    }
}
