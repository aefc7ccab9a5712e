package dev.comptoir.examples;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.assist.Assistant;
import dev.comptoir.assist.Message;
import dev.comptoir.assist.Reply;
import dev.comptoir.assist.certify.Autonomy;
import dev.comptoir.assist.certify.Shortfall;
import dev.comptoir.assist.certify.Target;
import dev.comptoir.assist.certify.Verdict;
import dev.comptoir.examples.bakery.BakerySample;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The inbox in the evening: what the knowledge holds is drafted, and the rest left to the staff. */
public final class Inbox {
    private Inbox() {}

    public static void main(String[] arguments) throws IOException {
        run(Files.createTempDirectory("comptoir-inbox"), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(Path folder, PrintStream out) throws IOException {
        try (Comptoir comptoir = Comptoir.open(folder.resolve("data"))) {
            Business bakery = comptoir.business("boulangerie-martin");
            Path faq = BakerySample.knowledge(folder);
            // Nothing is sent alone before enough drafts were reviewed.
            Autonomy autonomy = Autonomy.of(bakery, Target.wrongAtMost(0.05));
            try (Assistant assistant =
                    Assistant.builder(bakery).knowledge(faq).autonomy(autonomy).build()) {
                for (dev.comptoir.event.Message received : BakerySample.messages()) {
                    bakery.events().append(received);
                    Reply reply = assistant.reply(new Message(received.customer(), received.text()));
                    out.println("> " + received.text().replace("\n", " "));
                    out.println(reply.kind() + ": " + reply.reasons().get(0).text());
                    if (!reply.citations().isEmpty()) {
                        out.println("  " + reply.citations().get(0).question());
                    }
                    if (reply.kind() == Reply.Kind.DRAFT) {
                        // What the staff decides on the screen: here all drafts are sent as they are.
                        autonomy.reviewed(reply.assessment(), received.customer(), Verdict.sentUnchanged());
                    }
                }
                for (Shortfall shortfall : autonomy.renew().shortfalls()) {
                    out.println("Before any answer is sent alone, "
                            + shortfall.more().orElseThrow() + " more drafts are to be reviewed.");
                }
            }
        }
    }
}
