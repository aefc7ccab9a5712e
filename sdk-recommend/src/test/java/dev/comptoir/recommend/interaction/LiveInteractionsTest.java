package dev.comptoir.recommend.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveInteractionsTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final ProductId TEA = ProductId.of("tea");
    private static final ProductId MILK = ProductId.of("milk");

    private final Comptoir comptoir = Comptoir.inMemory().build();
    private final LiveInteractions live = new LiveInteractions();

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void aHistoryListsReceiptsOldestFirst() {
        take(buy("1", 1, TEA, 1), buy("3", 3, TEA, 2), buy("2", 2, MILK, 1));

        History history = history(live);

        assertThat(times(history)).containsExactly(millis(1), millis(2), millis(3));
        assertThat(history.distinct()).isEqualTo(2);
        int tea = history.find(live.indexOf(TEA));
        assertThat(history.count(tea)).isEqualTo(2);
        assertThat(history.lastBasket(tea)).isEqualTo(2);
        assertThat(history.lastBasket(history.find(live.indexOf(MILK)))).isEqualTo(1);
        assertThat(live.history(CustomerId.of("stranger"), itself(live), 0).isEmpty())
                .isTrue();
    }

    @Test
    void linesOfOneReceiptWithTheSameProductCountOnce() {
        take(Purchase.by(ANA)
                .at(at(1))
                .line(TEA, 1, Money.eur("2"))
                .line(MILK, 1, Money.eur("2"))
                .line(TEA, 4, Money.eur("2"))
                .build());

        assertThat(countsOf(TEA)).containsExactly(1);
        assertThat(history(live).distinct()).isEqualTo(2);
    }

    @Test
    void aReturnIsTakenFromTheLatestEarlierPurchase() {
        take(buy("1", 1, TEA, 2), buy("2", 5, TEA, 1), buy("3", 9, TEA, 1), bringBack("4", 6, TEA, 2, null));

        // One of the receipt of day 5, one of day 1, of which one is left; day 9 came later.
        assertThat(times(history(live))).containsExactly(millis(1), millis(9));
        assertThat(Arrays.stream(countsOf(TEA)).sum()).isEqualTo(2);
    }

    @Test
    void aReturnThatNamesItsPurchaseIsTakenFromThatOne() {
        take(buy("1", 1, TEA, 1), buy("2", 5, TEA, 1), bringBack("3", 6, TEA, 1, "1"));

        assertThat(times(history(live))).containsExactly(millis(5));
    }

    @Test
    void aReturnWithoutItsPurchaseChangesNothing() {
        take(bringBack("1", 1, TEA, 3, null), buy("2", 2, TEA, 1), bringBack("3", 3, MILK, 1, null));

        assertThat(history(live).distinct()).isEqualTo(1);
        assertThat(Arrays.stream(countsOf(MILK)).sum()).isZero();
    }

    @Test
    void cashSalesCountForProductsAndBasketsButForNobody() {
        take(cash("1", 1, TEA, MILK), cash("2", 1, TEA), buy("3", 2, MILK, 1));

        assertThat(countsOf(TEA)).containsExactly(2);
        assertThat(counts(live).buyers()[live.indexOf(TEA)]).isZero();
        assertThat(counts(live).buyers()[live.indexOf(MILK)]).isEqualTo(1);
        Histories histories = live.histories(itself(live), live.items(), Long.MAX_VALUE);
        assertThat(histories.rows()).isEqualTo(3);
        assertThat(histories.knownRows()).isEqualTo(1);
        assertThat(histories.lines()).isEqualTo(4);
    }

    @Test
    void aCashReturnIsTakenFromCashSales() {
        take(cash("1", 1, TEA), cash("2", 2, TEA), buy("3", 2, TEA, 1));
        take(Return.anonymous().id("4").at(at(3)).line(TEA, 1, Money.eur("2")).build());
        take(cash("5", 2, TEA));

        assertThat(Arrays.stream(countsOf(TEA)).sum()).isEqualTo(3);
        assertThat(history(live).distinct()).isEqualTo(1);
    }

    @Test
    void thoseWhoBuyOnMoreThanOneReceiptAreRepeatBuyers() {
        take(buy("1", 1, TEA, 1), buy("2", 2, TEA, 1), buy("3", 3, MILK, 5));

        assertThat(counts(live).repeatBuyers()[live.indexOf(TEA)]).isEqualTo(1);
        assertThat(counts(live).repeatBuyers()[live.indexOf(MILK)]).isZero();

        take(bringBack("4", 4, TEA, 1, null));

        assertThat(counts(live).repeatBuyers()[live.indexOf(TEA)]).isZero();
    }

    @Test
    void receiptsOfTheFutureCountAsOfNow() {
        take(buy("1", 1, TEA, 1), buy("2", 900_000, MILK, 1));

        assertThat(times(live.history(ANA, itself(live), millis(5)))).containsExactly(millis(1), millis(5));
        assertThat(live.histories(itself(live), live.items(), millis(5)).newest())
                .isEqualTo(millis(5));
    }

    @Test
    void looksHalfAnHourApartAreTwoVisits() {
        Instant start = at(3);
        take(
                View.of(ANA, start.plusSeconds(60), MILK),
                View.of(ANA, start, TEA),
                View.of(ANA, start.plusSeconds(4000), TEA),
                View.of(CustomerId.of("ben"), start, TEA),
                View.of(ANA, start.plusSeconds(4100), ProductId.of("unlisted")),
                View.of(ANA, start.plusSeconds(4200), MILK));

        Histories visits = live.visits(product -> product.equals(TEA) ? 0 : product.equals(MILK) ? 1 : -1, 2);

        assertThat(visits.rows()).isEqualTo(2);
        assertThat(visits.basketCount(0)).isEqualTo(2);
        assertThat(visits.history(0, 0).item(0, 0)).isZero();
        assertThat(visits.history(1, 0).item(1, 0)).isEqualTo(1);
    }

    @Test
    void otherEventsAreReadOver() {
        take(View.of(ANA, at(1), TEA));

        assertThat(live.lines()).isZero();
        assertThat(live.sequence()).isPositive();
    }

    @Test
    void takingInStepByStepGivesTheCountsOfTakingInAtOnce() {
        long seed = 17;
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int e = 0; e < 400; e++) {
            ProductId product = ProductId.of("p" + random.nextInt(6));
            int day = 1 + random.nextInt(40);
            int quantity = 1 + random.nextInt(3);
            switch (random.nextInt(5)) {
                case 0 -> events.add(bringBack("r" + e, day, product, quantity, "r" + random.nextInt(400)));
                case 1 -> events.add(bringBack("r" + e, day, product, quantity, null));
                case 2 -> events.add(cash("r" + e, day, product));
                case 3 ->
                    events.add(Return.anonymous()
                            .id("r" + e)
                            .at(at(day))
                            .line(product, 1, Money.eur("2"))
                            .build());
                default -> events.add(buy("r" + e, day, product, quantity));
            }
        }
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(this::take);
        LiveInteractions atOnce = new LiveInteractions();
        Business other = comptoir.business("other");
        other.events().appendAll(events);
        atOnce.catchUp(other.events());

        assertThat(describe(live)).as("seed %d", seed).isEqualTo(describe(atOnce));
    }

    private static List<String> describe(LiveInteractions interactions) {
        List<ProductId> products = new ArrayList<>();
        for (int item = 0; item < interactions.items(); item++) {
            products.add(interactions.product(item));
        }
        products.sort(null);
        int[] index = new int[products.size()];
        for (int item = 0; item < index.length; item++) {
            index[item] = products.indexOf(interactions.product(item));
        }
        SalesCounts counts = interactions.counts(index, index.length);
        List<String> lines = new ArrayList<>();
        for (int item = 0; item < index.length; item++) {
            StringBuilder line = new StringBuilder(products.get(item).value());
            for (int k = counts.dayStart()[item]; k < counts.dayStart()[item + 1]; k++) {
                if (counts.count()[k] != 0) {
                    line.append(' ').append(counts.day()[k]).append(':').append(counts.count()[k]);
                }
            }
            lines.add(line.append(" / " + counts.buyers()[item] + " / " + counts.repeatBuyers()[item])
                    .toString());
        }
        Histories histories = interactions.histories(index, index.length, Long.MAX_VALUE);
        for (int basket = 0; basket < histories.baskets(); basket++) {
            StringBuilder line = new StringBuilder("" + histories.time(basket));
            for (int k = histories.firstLine(basket); k < histories.firstLine(basket + 1); k++) {
                line.append(' ').append(histories.item(k));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static History history(LiveInteractions interactions) {
        return interactions.history(ANA, itself(interactions), millis(100));
    }

    private static long[] times(History history) {
        long[] times = new long[history.baskets()];
        Arrays.setAll(times, history::time);
        return times;
    }

    private static SalesCounts counts(LiveInteractions interactions) {
        return interactions.counts(itself(interactions), interactions.items());
    }

    private static int[] itself(LiveInteractions interactions) {
        int[] index = new int[interactions.items()];
        Arrays.setAll(index, item -> item);
        return index;
    }

    private int[] countsOf(ProductId product) {
        SalesCounts counts = counts(live);
        int item = live.indexOf(product);
        return Arrays.copyOfRange(counts.count(), counts.dayStart()[item], counts.dayStart()[item + 1]);
    }

    private void take(Event... events) {
        Business business = comptoir.business("shop");
        business.events().appendAll(List.of(events));
        live.catchUp(business.events());
    }

    private static Instant at(int day) {
        return Instant.ofEpochSecond(86_400L * day);
    }

    private static long millis(int day) {
        return at(day).toEpochMilli();
    }

    private static Purchase buy(String receipt, int day, ProductId product, int quantity) {
        return Purchase.by(ANA)
                .id(receipt)
                .at(at(day))
                .line(product, quantity, Money.eur("2"))
                .build();
    }

    private static Purchase cash(String receipt, int day, ProductId... products) {
        Purchase.Builder builder = Purchase.anonymous().id(receipt).at(at(day));
        for (ProductId product : products) {
            builder.line(product, 1, Money.eur("2"));
        }
        return builder.build();
    }

    private static Return bringBack(
            String receipt,
            int day,
            ProductId product,
            int quantity,
            @org.jspecify.annotations.Nullable String purchase) {
        Return.Builder builder = Return.by(ANA).id(receipt).at(at(day)).line(product, quantity, Money.eur("2"));
        return purchase == null
                ? builder.build()
                : builder.of(EventId.of(purchase)).build();
    }
}
