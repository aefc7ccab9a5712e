package dev.comptoir.examples;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.examples.bakery.BakerySample;
import dev.comptoir.recommend.Recommendation;
import dev.comptoir.recommend.Recommender;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A bakery's till: what the customer at the counter usually takes, and what goes with what lies on it. */
public final class BakeryTill {
    private BakeryTill() {}

    public static void main(String[] arguments) throws IOException {
        run(Files.createTempDirectory("comptoir-till"), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(Path folder, PrintStream out) throws IOException {
        try (Comptoir comptoir = Comptoir.builder(folder.resolve("data"))
                .clock(BakerySample.clock())
                .build()) {
            Business bakery = comptoir.business("boulangerie-martin");
            BakerySample.csvImport(BakerySample.of(42).write(folder)).into(bakery);
            bakery.catalog().putAll(BakerySample.products());
            Recommender recommender = Recommender.of(bakery);

            CustomerId ana = CustomerId.of("carte-0042");
            out.println("Comme d'habitude ?");
            print(recommender.buyAgain(ana, 3), bakery, out);

            out.println("Avec une baguette :");
            print(recommender.completeBasket(List.of(ProductId.of("baguette-tradition")), 3), bakery, out);
        }
    }

    private static void print(List<Recommendation> recommendations, Business bakery, PrintStream out) {
        recommendations.forEach(r -> out.println(
                "  " + bakery.catalog().title(r.product()) + " : " + r.reason().text()));
    }
}
