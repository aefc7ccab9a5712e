package dev.comptoir.examples;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.assist.Assistant;
import dev.comptoir.assist.Message;
import dev.comptoir.assist.Reply;
import dev.comptoir.event.Purchase;
import dev.comptoir.profile.Profile;
import dev.comptoir.recommend.Recommender;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The code of the README: one customer, two purchases, one question. */
public final class FirstScreen {
    private FirstScreen() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("comptoir-first-screen");
        Path faq = Files.createDirectories(folder.resolve("faq"));
        Files.writeString(
                faq.resolve("horaires.md"), "# Êtes-vous ouverts le lundi ?\n\nNon, nous sommes fermés le lundi.\n");
        run(folder.resolve("comptoir-data"), faq, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(Path data, Path faq, PrintStream out) {
        // README: begin
        try (Comptoir comptoir = Comptoir.open(data)) {
            Business bakery = comptoir.business("boulangerie-martin");
            CustomerId ana = CustomerId.of("card-0042");
            for (int daysAgo : new int[] {2, 0}) {
                bakery.events()
                        .append(Purchase.by(ana)
                                .at(Instant.now().minus(Duration.ofDays(daysAgo)))
                                .line(ProductId.of("croissant"), 2, Money.eur("1.30"))
                                .line(ProductId.of("baguette"), 1, Money.eur("1.20"))
                                .build());
            }

            Profile profile = bakery.profiles().get(ana);
            out.println(profile.rfm().orElseThrow() + ", spent " + profile.spend());

            Recommender recommender = Recommender.of(bakery);
            recommender.forCustomer(ana, 3).forEach(r -> out.println(r.product() + ": " + r.reason()));

            try (Assistant assistant = Assistant.builder(bakery).knowledge(faq).build()) {
                Reply reply = assistant.reply(Message.from(ana, "Êtes-vous ouverts lundi ?"));
                switch (reply.kind()) {
                    case ANSWER, ASK -> out.println("send: " + reply.text());
                    case DRAFT, HANDOFF ->
                        out.println("to the staff: " + reply.kind() + " "
                                + reply.citations().get(0).passage());
                }
            }
        }
        // README: end
    }
}
