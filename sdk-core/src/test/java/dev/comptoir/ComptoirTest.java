package dev.comptoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ComptoirException;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.StaffNote;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComptoirTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CustomerId ANA = CustomerId.of("ana");

    @TempDir
    Path folder;

    @Test
    void whatWasAppendedIsThereAfterOpeningAgain() {
        try (Comptoir comptoir = Comptoir.open(folder)) {
            Business shop = comptoir.business("shop");
            assertThat(shop.events().append(purchase("1"))).isTrue();
            assertThat(shop.events().append(purchase("1"))).isFalse();
            shop.catalog().put(Product.of(ProductId.of("pain"), "Pain"));
        }
        try (Comptoir comptoir = Comptoir.open(folder)) {
            Business shop = comptoir.business("shop");
            assertThat(shop.events().of(ANA)).containsExactly(purchase("1"));
            assertThat(shop.catalog().title(ProductId.of("pain"))).isEqualTo("Pain");
        }
    }

    @Test
    void businessesAreKeptApartAlsoWhenTheirIdsDifferLittle() {
        List<String> ids =
                List.of("Shop", "shop", "shöp", "s/h/o/p", "..", "con", "a".repeat(200), "a".repeat(199) + "b");
        try (Comptoir comptoir = Comptoir.open(folder)) {
            for (String id : ids) {
                comptoir.business(id).events().append(purchase(id));
            }
            for (String id : ids) {
                assertThat(comptoir.business(id).events().of(ANA)).as(id).containsExactly(purchase(id));
            }
        }
        assertThat(folder.resolve("businesses")).isDirectoryNotContaining(Files::isDirectory);
    }

    @Test
    void aBusinessOneTooManyIsClosedAndOpensAgainByItself() {
        try (Comptoir comptoir = Comptoir.builder(folder)
                .limits(Limits.defaults().withOpenBusinesses(2))
                .build()) {
            List<Business> shops = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Business shop = comptoir.business("shop-" + i);
                shop.events().append(purchase("1"));
                shops.add(shop);
            }
            assertThat(comptoir.openBusinesses()).isLessThanOrEqualTo(2);
            assertThat(shops).allSatisfy(shop -> {
                assertThat(shop.events().size()).isEqualTo(1);
                assertThat(shop.profiles().get(ANA).purchaseCount()).isEqualTo(1);
            });
        }
    }

    @Test
    void aBusinessIsReadWhileOthersPushItOut() {
        try (Comptoir comptoir = Comptoir.builder(folder)
                .limits(Limits.defaults().withOpenBusinesses(1))
                .build()) {
            Business first = comptoir.business("first");
            List<Event> many = new ArrayList<>();
            for (int i = 0; i < 2500; i++) {
                many.add(purchase(Integer.toString(i)));
            }
            first.events().appendAll(many);
            List<Event> seen = new ArrayList<>();
            first.events().read(EventQuery.all(), event -> {
                if (seen.size() % 500 == 0) {
                    comptoir.business("second").events().append(purchase("1"));
                }
                seen.add(event);
            });
            assertThat(seen).hasSize(2500);
            assertThat(comptoir.business("second").events().size()).isEqualTo(1);
        }
    }

    @Test
    void anotherComptoirMayNotOpenTheSameDirectory() {
        try (Comptoir first = Comptoir.open(folder)) {
            first.business("shop").events().append(purchase("1"));
            assertThatThrownBy(() -> Comptoir.open(folder)).isInstanceOfSatisfying(ConfigurationException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.DATA_DIRECTORY_LOCKED);
                assertThat(e.retryable()).isTrue();
            });
            assertThat(first.business("shop").events().size()).isEqualTo(1);
        }
        Comptoir.open(folder).close();
    }

    @Test
    void anotherProcessMayNotOpenTheSameDirectory() throws Exception {
        try (Comptoir first = Comptoir.open(folder)) {
            assertThat(inAnotherProcess()).contains("data-directory.locked");
            first.business("shop").events().append(purchase("1"));
        }
        assertThat(inAnotherProcess()).contains("opened");
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> Comptoir.open(file))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_DIRECTORY_UNUSABLE));
    }

    @Test
    void aDamagedFileIsRefusedAndLeftAsItIsAndOtherBusinessesGoOn() throws IOException {
        try (Comptoir comptoir = Comptoir.open(folder)) {
            for (int i = 0; i < 200; i++) {
                comptoir.business("bad").events().append(purchase(Integer.toString(i)));
            }
        }
        Path file = folder.resolve("businesses/b-bad.db");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write(new byte[8192]);
        }
        byte[] before = Files.readAllBytes(file);

        try (Comptoir comptoir = Comptoir.open(folder)) {
            assertThatThrownBy(() -> comptoir.business("bad").events().size())
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining("b-bad.db");
            assertThat(comptoir.business("good").events().append(purchase("1"))).isTrue();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("businesses"));
        Files.writeString(folder.resolve("businesses/b-shop.db"), "This is no database at all. ".repeat(100));

        try (Comptoir comptoir = Comptoir.open(folder)) {
            assertThatThrownBy(() -> comptoir.business("shop").events().size())
                    .isInstanceOfSatisfying(
                            CorruptStoreException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_CORRUPT));
        }
    }

    @Test
    void aConflictIsAnErrorForOneAndALineInTheReportForMany() {
        try (Comptoir comptoir = Comptoir.open(folder)) {
            Business shop = comptoir.business("shop");
            shop.events().append(purchase("1"));
            Purchase other = Purchase.by(ANA)
                    .id("1")
                    .at(NOON)
                    .line(ProductId.of("tarte"), 1, Money.eur("9.00"))
                    .build();

            assertThatThrownBy(() -> shop.events().append(other))
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_CONFLICT));
            AppendReport report = shop.events().appendAll(List.of(purchase("1"), other, purchase("2")));

            assertThat(report).hasToString("1 stored, 1 already there, 1 rejected");
            assertThat(report.rejections())
                    .singleElement()
                    .satisfies(rejection -> assertThat(rejection.position()).isEqualTo(2));
            assertThat(shop.events().of(ANA)).containsExactly(purchase("1"), purchase("2"));
        }
    }

    @Test
    void limitsHoldAndNameThemselves() {
        try (Comptoir comptoir = Comptoir.builder(folder)
                .limits(Limits.defaults().withLinesPerEvent(2).withTextLength(10))
                .build()) {
            Business shop = comptoir.business("shop");
            Purchase.Builder large = Purchase.by(ANA).at(NOON);
            for (int i = 0; i < 3; i++) {
                large.line(ProductId.of("p" + i), 1, Money.eur("1.00"));
            }
            assertThatThrownBy(() -> shop.events().append(large.build()))
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_TOO_LARGE))
                    .hasMessageContaining("Limits.linesPerEvent allows 2");
            AppendReport report =
                    shop.events().appendAll(List.of(StaffNote.of(ANA, NOON, "marie", "x".repeat(11)), purchase("1")));
            assertThat(report).hasToString("1 stored, 0 already there, 1 rejected");
            assertThat(report.rejections().get(0).hint()).contains("Limits.textLength allows 10");
        }
    }

    @Test
    void anEmptyBusinessAnswersSensibly() {
        try (Comptoir comptoir = Comptoir.open(folder)) {
            Business shop = comptoir.business("new");
            assertThat(shop.events().size()).isZero();
            assertThat(shop.profiles().customers()).isEmpty();
            assertThat(shop.profiles().get(ANA).purchaseCount()).isZero();
            assertThat(shop.profiles().get(ANA).rfm()).isEmpty();
            assertThat(shop.catalog().offers(ProductId.of("anything"))).isTrue();
        }
    }

    @Test
    void onlyWhatIsListedAndThereIsOffered() {
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            Business shop = comptoir.business("shop");
            Product bread = Product.of(ProductId.of("pain"), "Pain");
            shop.catalog().put(bread);
            long version = shop.catalog().version();
            assertThat(shop.catalog().offers(bread.id())).isTrue();
            assertThat(shop.catalog().offers(ProductId.of("tarte"))).isFalse();

            shop.catalog().put(bread.withStock(Stock.OUT_OF_STOCK));
            assertThat(shop.catalog().offers(bread.id())).isFalse();
            assertThat(shop.catalog().version()).isNotEqualTo(version);
        }
    }

    @Test
    void inMemoryNothingIsForgottenUntilClosed() {
        try (Comptoir comptoir = Comptoir.inMemory()
                .limits(Limits.defaults().withOpenBusinesses(1))
                .build()) {
            comptoir.business("a").events().append(purchase("1"));
            comptoir.business("b").events().append(purchase("1"));
            assertThat(comptoir.business("a").events().size()).isEqualTo(1);
        }
    }

    @Test
    void afterClosingEverythingSaysSo() {
        Comptoir comptoir = Comptoir.open(folder);
        Business shop = comptoir.business("shop");
        shop.events().append(purchase("1"));
        comptoir.close();
        comptoir.close();

        assertThatThrownBy(() -> shop.events().size()).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> shop.profiles().get(ANA)).isInstanceOf(ComptoirException.class);
    }

    @Test
    void asynchronousCallsRunOnOurThreadsOrOnTheGivenOnes() throws Exception {
        try (Comptoir comptoir = Comptoir.open(folder)) {
            String thread = CompletableFuture.supplyAsync(
                            () -> Thread.currentThread().getName(),
                            comptoir.business("shop").executor())
                    .get(10, TimeUnit.SECONDS);
            assertThat(thread).startsWith("comptoir-");
        }
        List<Runnable> given = new ArrayList<>();
        try (Comptoir comptoir = Comptoir.inMemory().executor(given::add).build()) {
            comptoir.business("shop").executor().execute(() -> {});
            assertThat(given).hasSize(1);
        }
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> Comptoir.inMemory().idleAfter(Duration.ZERO))
                .hasMessageContaining("idleAfter is PT0S");
        assertThatThrownBy(() -> Limits.defaults().withOpenBusinesses(0)).hasMessageContaining("openBusinesses is 0");
        assertThatThrownBy(() -> BusinessId.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clockAndSeedAreThoseGiven() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        try (Comptoir comptoir = Comptoir.inMemory().clock(clock).seed(42).build()) {
            assertThat(comptoir.business("shop").clock()).isSameAs(clock);
            assertThat(comptoir.business("shop").seed()).isEqualTo(42);
        }
    }

    private String inAnotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenOnce.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    /** What the other process runs. */
    static final class OpenOnce {
        private OpenOnce() {}

        public static void main(String[] arguments) {
            try (Comptoir comptoir = Comptoir.open(Path.of(arguments[0]))) {
                System.out.println("opened " + comptoir.openBusinesses());
            } catch (ComptoirException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static Purchase purchase(String id) {
        return Purchase.by(ANA)
                .id(id)
                .at(NOON)
                .line(ProductId.of("pain"), 1, Money.eur("1.00"))
                .build();
    }
}
