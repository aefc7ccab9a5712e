package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.cashSale;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.SelectionReport;
import dev.comptoir.recommend.select.Surface;
import dev.comptoir.recommend.select.Verdict;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Choosing by the shop's own past: what is chosen serves, and is kept. */
class RecommenderAutoTest {
    private static final long SEED = 3;

    private static Shop fill(Shop shop) {
        shop.business.events().appendAll(Shop.randomEvents(SEED, 60, 20));
        shop.business.events().appendAll(Shop.randomVisits(SEED, 60, 20));
        return shop;
    }

    private static List<List<Recommendation>> answers(Recommender recommender) {
        List<List<Recommendation>> all = new ArrayList<>();
        for (int c = 0; c < 60; c++) {
            all.add(recommender.forCustomer(CustomerId.of("c" + c), 10));
            all.add(recommender.buyAgain(CustomerId.of("c" + c), 10));
            all.add(recommender.completeBasket(List.of(Shop.product("p" + c % 20)), 10));
            all.add(recommender.duringSession(List.of(Shop.product("p1"), Shop.product("p" + c % 20)), 10));
        }
        return all;
    }

    @Test
    void whatWasChosenServesAndIsKeptOverReopening(@TempDir Path directory) {
        List<SelectionReport> reports;
        List<List<Recommendation>> before;
        try (Shop shop = fill(Shop.in(directory))) {
            Recommender recommender = Recommender.of(shop.business);

            reports = recommender.auto();

            before = answers(recommender);
            assertThat(reports)
                    .extracting(report -> report.choice().surface())
                    .containsExactly(Surface.FOR_CUSTOMER, Surface.BUY_AGAIN, Surface.COMPLETE_BASKET, Surface.SESSION);
            Recommender.Builder given = Recommender.builder(shop.business);
            reports.forEach(
                    report -> given.choice(Choice.fromJson(report.choice().toJson())));
            assertThat(answers(given.build())).as("seed %d", SEED).isEqualTo(before);
        }
        try (Shop shop = Shop.in(directory);
                Shop plain = fill(new Shop())) {
            assertThat(answers(Recommender.of(shop.business)))
                    .as("seed %d", SEED)
                    .isEqualTo(before);
            boolean changed = reports.stream().anyMatch(report -> report.verdict() == Verdict.CHANGED);
            if (changed) {
                assertThat(answers(Recommender.of(plain.business))).isNotEqualTo(before);
            }
        }
    }

    @Test
    void anErasureLeavesTheChoiceAlone(@TempDir Path directory) {
        List<SelectionReport> reports;
        List<List<Recommendation>> after;
        try (Shop shop = fill(Shop.in(directory))) {
            Recommender recommender = Recommender.of(shop.business);
            reports = recommender.auto();
            shop.business.erasure().erase(SubjectRequest.of(CustomerId.of("c3")));

            after = answers(recommender);

            Recommender.Builder given = Recommender.builder(shop.business);
            reports.forEach(report -> given.choice(report.choice()));
            assertThat(after).as("seed %d", SEED).isEqualTo(answers(given.build()));
        }
        try (Shop shop = Shop.in(directory)) {
            assertThat(answers(Recommender.of(shop.business))).isEqualTo(after);
        }
    }

    @Test
    void aBusinessWithHardlyAPastKeepsWhatIsUsual() {
        try (Shop empty = new Shop();
                Shop small = new Shop()) {
            assertThat(Recommender.of(empty.business).auto()).isEmpty();
            assertThat(Recommender.of(empty.business).forCustomer(ANA, 3)).isEmpty();

            small.with(
                    purchase(ANA, 30, "a", "b"),
                    purchase(ANA, 10, "a"),
                    purchase(CustomerId.of("ben"), 20, "a", "c"),
                    purchase(CustomerId.of("cleo"), 5, "b"));
            Recommender recommender = Recommender.of(small.business);
            List<List<Recommendation>> before = answers(recommender);
            recommender
                    .auto()
                    .forEach(report -> assertThat(report.toHtml(Locale.FRENCH)).isNotBlank());
            assertThat(answers(recommender)).isEqualTo(before);
            assertThat(recommender.forCustomer(ANA, 9)).hasSize(3);
        }
    }

    @Test
    void shopsWithoutTimesCustomersOrVariety() {
        try (Shop cash = new Shop();
                Shop instant = new Shop();
                Shop same = new Shop()) {
            for (int k = 0; k < 40; k++) {
                cash.with(cashSale("r" + k, k, "a", "b" + k % 3));
                instant.with(purchase(CustomerId.of("c" + k), 0, "a" + k % 4, "b" + k % 3));
                same.with(purchase(CustomerId.of("c" + k), 9, "a"), purchase(CustomerId.of("c" + k), 2, "a"));
            }
            for (Shop shop : List.of(cash, instant, same)) {
                Recommender recommender = Recommender.of(shop.business);
                recommender.auto();
                assertThat(recommender.forCustomer(ANA, 1)).hasSize(1);
            }
        }
    }

    @Test
    void theReportsReadAsPagesAndAsData() throws Exception {
        try (Shop shop = fill(new Shop())) {
            List<String> steps = new ArrayList<>();
            List<SelectionReport> reports = Recommender.of(shop.business).auto((step, of, what) -> steps.add(what));

            assertThat(steps).isNotEmpty();
            for (SelectionReport report : reports) {
                for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                    String html = report.toHtml(language);
                    String xml = html.replace("<!DOCTYPE html>", "").replaceAll("<meta([^>]*)>", "<meta$1/>");
                    Document page = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml)));
                    assertThat(page.getElementsByTagName("table").getLength()).isPositive();
                    assertThat(html).doesNotContain("NaN");
                }
                assertThat(report.toJson()).startsWith("{").endsWith("}").doesNotContain("NaN");
            }
        }
    }

    @Test
    void requestsAndTrainingGoOnMeanwhile() {
        try (Shop shop = fill(new Shop())) {
            Recommender recommender = Recommender.of(shop.business);
            AtomicBoolean asked = new AtomicBoolean();

            recommender.auto((step, of, what) -> {
                if (asked.compareAndSet(false, true)) {
                    CompletableFuture.runAsync(() -> {
                                shop.with(purchase(ANA, 0, "sold meanwhile"));
                                assertThat(recommender.buyAgain(ANA, 3)).hasSize(1);
                                recommender.refresh();
                            })
                            .orTimeout(30, TimeUnit.SECONDS)
                            .join();
                }
            });

            assertThat(asked).isTrue();
            assertThat(recommender.buyAgain(ANA, 3)).hasSize(1);
        }
    }
}
