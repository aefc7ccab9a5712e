package dev.comptoir.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import dev.comptoir.error.ClosedException;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Feedback;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.StaffNote;
import dev.comptoir.event.View;
import dev.comptoir.event.Visit;
import dev.comptoir.store.EventStore;
import dev.comptoir.store.EventStore.Kept;
import dev.comptoir.store.EventStore.Outcome;
import dev.comptoir.store.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Store} must do. Extend it, say how to open an empty store, and all tests run. */
public abstract class StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final CustomerId BOB = CustomerId.of("bob é \uD83E\uDD50");

    private @Nullable Store store;

    /** For the test class that extends it. */
    protected StoreContract() {}

    /** A new store without events and products. */
    protected abstract Store openEmpty();

    @BeforeEach
    final void openStore() {
        store = openEmpty();
    }

    @AfterEach
    final void closeStore() {
        store().close();
    }

    @Test
    void everyKindOfEventComesBackAsItWas() {
        List<Event> events = oneOfEachKind();

        assertThat(events().append(events)).containsOnly(Outcome.STORED).hasSameSizeAs(events);

        assertThat(all(EventQuery.keptAfter(0))).isEqualTo(events);
        assertThat(events().size()).isEqualTo(events.size());
        assertThat(events).extracting(Event::kind).containsAll(List.of(Event.Kind.values()));
    }

    @Test
    void theSameEventTwiceIsKeptOnce() {
        Event purchase = purchase("1", ANA, 0);

        assertThat(events().append(List.of(purchase, purchase))).containsExactly(Outcome.STORED, Outcome.DUPLICATE);
        long sequence = events().lastSequence();
        assertThat(events().append(List.of(purchase("1", ANA, 0)))).containsExactly(Outcome.DUPLICATE);

        assertThat(events().size()).isEqualTo(1);
        assertThat(events().lastSequence()).isEqualTo(sequence);
    }

    @Test
    void anotherEventUnderAnIdInUseIsAConflictAndTheRestIsKept() {
        Event first = purchase("1", ANA, 0);
        events().append(List.of(first));

        List<Outcome> outcomes =
                events().append(List.of(purchase("1", BOB, 0), purchase("1", ANA, 1), purchase("2", ANA, 1)));

        assertThat(outcomes).containsExactly(Outcome.CONFLICT, Outcome.CONFLICT, Outcome.STORED);
        assertThat(all(EventQuery.all())).containsExactly(first, purchase("2", ANA, 1));
    }

    @Test
    void readingIsInTimeOrderWhateverTheOrderOfArrival() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            // Four at each time: ties come in the order of ids.
            events.add(purchase("%03d".formatted(i), i % 3 == 0 ? null : i % 3 == 1 ? ANA : BOB, i / 4));
        }
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(7));
        events().append(shuffled);

        assertThat(all(EventQuery.all())).isEqualTo(events);
        assertThat(all(EventQuery.keptAfter(0))).isEqualTo(shuffled);
        List<Event> backwards = new ArrayList<>(events);
        Collections.reverse(backwards);
        assertThat(all(EventQuery.all().newestFirst())).isEqualTo(backwards);
        assertThat(all(EventQuery.all().of(ANA)))
                .isEqualTo(events.stream().filter(e -> ANA.equals(e.customer())).toList());
        assertThat(all(EventQuery.all().of(CustomerId.of("nobody")))).isEmpty();
    }

    @Test
    void timesAreBoundedFromAndUntil() {
        events().append(List.of(purchase("1", ANA, 0), purchase("2", ANA, 1), purchase("3", ANA, 2)));
        Instant second = NOON.plusSeconds(1);

        assertThat(all(EventQuery.all().from(second))).hasSize(2);
        assertThat(all(EventQuery.all().until(second))).hasSize(1);
        assertThat(all(EventQuery.all().from(second).until(second.plusNanos(1))))
                .hasSize(1);
        assertThat(all(EventQuery.all().from(second.plusNanos(1)))).hasSize(1);
    }

    @Test
    void whatIsNewSinceAPointIsReadOnce() {
        events().append(List.of(purchase("1", ANA, 5)));
        long point = events().lastSequence();
        events().append(List.of(purchase("2", ANA, 1), purchase("3", BOB, 9)));

        assertThat(all(EventQuery.keptAfter(point))).containsExactly(purchase("2", ANA, 1), purchase("3", BOB, 9));
        assertThat(all(EventQuery.keptAfter(events().lastSequence()))).isEmpty();
    }

    @Test
    void timesAtTheEndsOfTheCalendarAreKept() {
        Event early = Visit.of(ANA, Instant.parse("0001-01-01T00:00:00Z"));
        Event beforeEpoch = Visit.of(ANA, Instant.parse("1969-12-31T23:59:59.999Z"));
        Event late = Visit.of(ANA, Instant.parse("9999-12-31T23:59:59.999Z"));

        events().append(List.of(late, early, beforeEpoch));

        assertThat(all(EventQuery.all())).containsExactly(early, beforeEpoch, late);
    }

    @Test
    void writersAndReadersSideBySideLoseNothing() throws Exception {
        int writers = 4;
        int batches = 20;
        ExecutorService pool = Executors.newFixedThreadPool(writers + 1);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        try {
            for (int w = 0; w < writers; w++) {
                int writer = w;
                running.add(pool.submit(() -> {
                    start.await();
                    for (int b = 0; b < batches; b++) {
                        events().append(List.of(
                                purchase(writer + "-" + b + "-a", ANA, b), purchase(writer + "-" + b + "-b", BOB, b)));
                    }
                    return null;
                }));
            }
            running.add(pool.submit(() -> {
                start.await();
                while (events().size() < 2L * writers * batches) {
                    // Batches are whole: whoever reads sees both events of each.
                    List<Event> seen = all(EventQuery.keptAfter(0));
                    assertThat(seen.size() % 2).isZero();
                }
                return null;
            }));
            start.countDown();
            for (Future<?> task : running) {
                task.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(all(EventQuery.all())).hasSize(2 * writers * batches);
    }

    @Test
    void tiesInTimeComeInTheOrderOfTheBytesOfIds() {
        // As UTF-8: capitals before small letters, accents after both, and beyond U+FFFF last.
        List<String> ids =
                List.of("10", "9", "A", "Z", "a", "a b", "a-b", "aa", "b", "z", "é", "\uFF21", "\uD83E\uDD50");
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, new Random(11));
        shuffled.forEach(id -> events().append(List.of(purchase(id, ANA, 0))));

        assertThat(all(EventQuery.all().of(ANA)))
                .extracting(event -> event.id().value())
                .isEqualTo(ids);
        shuffled.forEach(id -> store().products().put(List.of(Product.of(ProductId.of(id), "title of the product"))));
        assertThat(store().products().all())
                .extracting(product -> product.id().value())
                .isEqualTo(ids);
    }

    @Test
    void everyCharacterOfAFreeTextComesBack() {
        String text = "before\0after \\0 \\u0000 \\\\ \u0001\u001F\u007F\uFFFF \uD83E\uDD50 ' \" $1 %";
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("key\0", text);
        List<Event> events = List.of(
                Message.of(ANA, NOON, Message.Direction.FROM_CUSTOMER, "mail", text),
                Feedback.of(ANA, NOON, null, 3, text),
                StaffNote.of(ANA, NOON, "marie", text),
                ConsentChange.of(ANA, NOON, "newsletter", ConsentChange.Status.DENIED, text),
                CustomEvent.of(ANA, NOON, "note", attributes));

        events().append(events);

        assertThat(all(EventQuery.keptAfter(0))).isEqualTo(events);
        assertThat(events().append(events)).containsOnly(Outcome.DUPLICATE);
    }

    @Test
    void everyCharacterOfATitleComesBack() {
        String text = "before\0after \\0 \\u0000 \\\\ \uD83E\uDD50 ' \" $1 %";
        Product product = Product.of(ProductId.of("pain"), text).withCategory(text);

        store().products().put(List.of(product));

        assertThat(store().products().all()).containsExactly(product);
    }

    @Test
    void aLargeBatchIsKeptAsAWhole() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            events.add(purchase("%04d".formatted(i), ANA, i));
        }
        events().append(events.subList(1200, 1300));

        List<Outcome> outcomes = events().append(events);

        assertThat(outcomes.subList(1200, 1300)).containsOnly(Outcome.DUPLICATE);
        assertThat(outcomes.subList(0, 1200)).containsOnly(Outcome.STORED);
        assertThat(outcomes.subList(1300, 2500)).containsOnly(Outcome.STORED);
        assertThat(events().size()).isEqualTo(2500);
        assertThat(events().page(EventQuery.all(), null, 3000))
                .extracting(Kept::event)
                .isEqualTo(events);
    }

    @Test
    void whatIsAsLargeAsAnEventMayBeComesBack() {
        Purchase.Builder receipt = Purchase.by(ANA).id("10,000 lines").at(NOON);
        for (int line = 0; line < 10_000; line++) {
            receipt.line(ProductId.of("product-" + line), 1 + line % 3, Money.eur("1.20"));
        }
        String megabyte = "déjà vu \uD83E\uDD50".repeat(1 << 17).substring(0, 1 << 20);
        List<Event> events =
                List.of(receipt.build(), Message.of(ANA, NOON, Message.Direction.FROM_CUSTOMER, "mail", megabyte));

        events().append(events);

        assertThat(all(EventQuery.keptAfter(0))).isEqualTo(events);
        assertThat(events().append(events)).containsOnly(Outcome.DUPLICATE);
    }

    @Test
    void halvesOfCharactersAreReplacedAndTheSameTwice() {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("a\uD83E", "\uDD50b");
        List<Event> events = List.of(
                Message.of(ANA, NOON, Message.Direction.FROM_CUSTOMER, "mail", "half \uD83E and \uDD50 half"),
                CustomEvent.of(ANA, NOON, "note", attributes));

        events().append(events);

        assertThat(all(EventQuery.keptAfter(0))).isEqualTo(events);
        assertThat(events().append(events)).containsOnly(Outcome.DUPLICATE);
    }

    @Test
    void productsAreReplacedById() {
        Product bread = new Product(ProductId.of("pain"), "Pain complet", "pains", Money.eur("2.50"), Stock.AVAILABLE);
        Product tart = Product.of(ProductId.of("tarte"), "Tarte à l'abricot");
        store().products().put(List.of(tart, bread));
        store().products().put(List.of(bread.withStock(Stock.OUT_OF_STOCK)));

        assertThat(store().products().all()).containsExactly(bread.withStock(Stock.OUT_OF_STOCK), tart);
    }

    @Test
    void descriptionsAndAttributesComeBackAsTheyWere() {
        String text = "\u00e9cru \0 \\u0000 \u2028 \uD83E\uDD50 half \uD83E and \uDD50 ' \" $1 %";
        Product full = Product.of(ProductId.of("chemise"), "Chemise")
                .withDescription("before\0after \\ \uD83E\uDD50 half \uD83E")
                .withAttribute("couleur", text)
                .withAttribute("m\u00e9trage \uD83E", 0.1 + 0.2)
                .withAttribute("largest", Double.MAX_VALUE)
                .withAttribute("smallest", -Double.MIN_VALUE)
                .withAttribute("whole", 3)
                .withAttribute("bio", true)
                .withAttribute("cher", false)
                .withAttribute("paru", LocalDate.of(2026, 2, 28))
                .withAttribute("first", LocalDate.of(0, 1, 1));
        Product bare = Product.of(ProductId.of("pain"), "Pain");

        store().products().put(List.of(bare, full));
        assertThat(store().products().all()).containsExactly(full, bare);

        store().products().put(List.of(Product.of(full.id(), "Chemise")));
        assertThat(store().products().all()).containsExactly(Product.of(full.id(), "Chemise"), bare);
    }

    @Test
    void aClosedStoreSaysSo() {
        store().close();

        assertThatThrownBy(() -> events().size()).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> events().append(oneOfEachKind())).isInstanceOf(ClosedException.class);
    }

    private List<Event> oneOfEachKind() {
        ProductId product = ProductId.of("croissant");
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("table", "12");
        attributes.put("état", "réservé");
        return List.of(
                Purchase.by(ANA)
                        .at(NOON)
                        .line(product, 2, Money.eur("1.20"))
                        .line(ProductId.of("cerises"), new BigDecimal("0.350"), Money.eur("9.90"))
                        .build(),
                Purchase.anonymous()
                        .id("t-1")
                        .at(NOON)
                        .line(product, 1, Money.of("150", "JPY"))
                        .build(),
                Return.by(BOB)
                        .at(NOON)
                        .of(EventId.of("t-1"))
                        .line(product, 1, Money.eur("1.20"))
                        .build(),
                View.of(ANA, NOON, product),
                Visit.of(ANA, NOON),
                Message.of(
                        ANA,
                        NOON,
                        Message.Direction.FROM_CUSTOMER,
                        "mail",
                        "Êtes-vous ouverts lundi ?\n\"Merci\" \uD83D\uDE42"),
                Message.of(null, NOON, Message.Direction.TO_CUSTOMER, "mail", ""),
                Feedback.of(ANA, NOON, product, 5, "très bon"),
                Feedback.of(null, NOON, null, 1, ""),
                StaffNote.of(ANA, NOON, "marie", "préfère la baguette bien cuite"),
                ConsentChange.of(ANA, NOON, "newsletter", ConsentChange.Status.GRANTED, "formulaire v2"),
                ConsentChange.granted(ANA, "sms")
                        .at(NOON)
                        .evidence("au téléphone")
                        .textVersion("2026-01")
                        .channel("phone")
                        .author("marie")
                        .expires(NOON.plusSeconds(86_400))
                        .build(),
                CustomEvent.of(ANA, NOON, "table-booked", attributes));
    }

    private static Purchase purchase(String id, @Nullable CustomerId customer, int second) {
        Purchase.Builder purchase = customer == null ? Purchase.anonymous() : Purchase.by(customer);
        return purchase.id(id)
                .at(NOON.plusSeconds(second))
                .line(ProductId.of("pain"), 1, Money.eur("1.00"))
                .build();
    }

    /** Pages of 7, so that their seams are tested too. */
    private List<Event> all(EventQuery query) {
        List<Event> all = new ArrayList<>();
        Kept last = null;
        List<Kept> page;
        do {
            page = events().page(query, last, 7);
            for (Kept kept : page) {
                all.add(kept.event());
                last = kept;
            }
        } while (page.size() == 7);
        return all;
    }

    private EventStore events() {
        return store().events();
    }

    private Store store() {
        Store open = store;
        if (open == null) {
            throw new IllegalStateException("openEmpty() has not been called.");
        }
        return open;
    }
}
