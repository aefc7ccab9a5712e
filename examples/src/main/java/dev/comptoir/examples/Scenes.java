package dev.comptoir.examples;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.consent.Purpose;
import dev.comptoir.event.Message;
import dev.comptoir.event.StaffNote;
import dev.comptoir.examples.bakery.BakerySample;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.RfmScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The businesses that the tour can walk through. */
final class Scenes {
    private static final long SEED = 42;
    /** The day after the last receipt of the public data set. */
    private static final Instant RETAIL_NOW = Instant.parse("2011-12-10T09:00:00Z");

    private Scenes() {}

    /** The bundled bakery: its receipts are generated into the folder. */
    static Scene bakery(Path folder, @Nullable Path knowledge, List<String> questions) throws IOException {
        List<String> received =
                BakerySample.messages().stream().map(Message::text).toList();
        return new Scene(
                "Boulangerie Martin",
                "boulangerie-martin",
                BusinessSettings.france(),
                BakerySample.clock(),
                BakerySample.csvImport(BakerySample.of(SEED).write(folder)),
                bakery -> {
                    bakery.catalog().putAll(BakerySample.products());
                    atTheCounter(bakery);
                },
                bakery -> BakerySample.knownCustomers().stream()
                        .map(customer -> new Scene.Visitor(customer.id(), customer.name(), customer.habit()))
                        .toList(),
                knowledge == null ? BakerySample.knowledge(folder) : knowledge,
                knowledge == null && questions.isEmpty() ? received : questions);
    }

    /** What the staff entered of the first of the known customers: no till exports that. */
    private static void atTheCounter(Business bakery) {
        CustomerId customer = BakerySample.knownCustomers().get(0).id();
        Instant lately = BakerySample.clock().instant().minus(Duration.ofDays(40));
        bakery.events()
                .appendAll(List.of(
                        StaffNote.of(customer, lately, "Léa", "Veut sa baguette bien cuite."),
                        Purpose.NEWSLETTER
                                .granted(customer)
                                .at(lately)
                                .textVersion("2026-01")
                                .channel("boutique")
                                .author("Léa")
                                .evidence("Formulaire signé au comptoir")
                                .build(),
                        Purpose.PHONE_MARKETING
                                .denied(customer)
                                .at(lately)
                                .channel("boutique")
                                .author("Léa")
                                .build()));
    }

    /** The public data set "Online Retail", as it was exported. */
    static Scene onlineRetail(Path folder, @Nullable Path knowledge, List<String> questions) {
        Path file = Optional.of(folder.resolve("online_retail.csv.gz"))
                .filter(Files::isRegularFile)
                .orElse(folder.resolve("online_retail.csv"));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("The folder " + folder
                    + " holds neither online_retail.csv.gz nor online_retail.csv. Maybe --data FOLDER/online-retail?");
        }
        return new Scene(
                "Online Retail",
                "online-retail",
                OnlineRetailer.settings(),
                Clock.fixed(RETAIL_NOW, ZoneOffset.UTC),
                OnlineRetailer.csvImport(file),
                shop -> {},
                Scenes::threeKinds,
                knowledge,
                questions);
    }

    /** One of the best, one who used to be and stays away, and one who came once and lately. */
    private static List<Scene.Visitor> threeKinds(Business shop) {
        List<Scene.Visitor> visitors = new ArrayList<>();
        choose(shop, score -> score.recency() == 5 && score.frequency() == 5 && score.monetary() == 5)
                .ifPresent(id -> visitors.add(new Scene.Visitor(id, "Customer " + id, "among the best")));
        choose(shop, score -> score.recency() == 1 && score.frequency() >= 4)
                .ifPresent(id -> visitors.add(new Scene.Visitor(id, "Customer " + id, "used to come, stays away")));
        choose(shop, score -> score.recency() == 5 && score.frequency() <= 2)
                .ifPresent(id -> visitors.add(new Scene.Visitor(id, "Customer " + id, "new or rare, came lately")));
        return visitors;
    }

    private static Optional<CustomerId> choose(Business shop, Predicate<RfmScore> wanted) {
        List<Profile> found = new ArrayList<>();
        shop.profiles().forEach(profile -> {
            if (profile.rfm().filter(wanted).isPresent()) {
                found.add(profile);
            }
        });
        return found.stream()
                .max(Comparator.comparingInt(Profile::purchaseCount)
                        .thenComparing(Profile::spend)
                        .thenComparing(Profile::customer))
                .map(Profile::customer);
    }
}
