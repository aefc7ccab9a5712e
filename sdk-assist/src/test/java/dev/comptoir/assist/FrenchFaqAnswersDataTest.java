package dev.comptoir.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.testkit.PublicData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The plain rule for answering alone, on French questions that it was not made from. */
@Tag("data")
class FrenchFaqAnswersDataTest {
    @Test
    void whatItAnswersAloneIsRightAndTheRestIsDraftedOrHandedOver() throws IOException {
        Path folder = PublicData.require("faq-fr");
        List<String> wrong = new ArrayList<>();
        int answered = 0;
        int drafted = 0;
        int draftedRight = 0;
        try (Assistant assistant = Certified.assistant(Bakery.business(), builder -> builder.knowledge(folder))) {
            for (String line : Files.readAllLines(folder.resolve("queries.csv"))) {
                int comma = line.lastIndexOf(',');
                String id = line.substring(comma + 1);
                Reply reply = assistant.reply(Message.anonymous(line.substring(0, comma)));
                boolean right = reply.citations().stream()
                        .anyMatch(citation -> citation.entryId().equals(id));
                if (reply.kind() == Reply.Kind.ANSWER) {
                    answered++;
                    if (!right) {
                        wrong.add(line);
                    }
                } else if (reply.kind() == Reply.Kind.DRAFT) {
                    drafted++;
                    draftedRight += right ? 1 : 0;
                }
            }
        }
        assertThat(wrong)
                .as("%d answered, %d drafted, %d of them right", answered, drafted, draftedRight)
                .isEmpty();
        assertThat(answered).isBetween(3, 20);
        assertThat(drafted).isGreaterThan(40);
    }

    @Test
    void questionsOfAnotherTradeAreNeverAnswered() {
        List<String> offTopic = List.of(
                "Êtes-vous ouverts lundi ?",
                "Avez-vous du pain sans gluten ?",
                "Quel est le prix d'une baguette ?",
                "Livrez-vous à Lyon ?",
                "Comment changer une roue de vélo ?",
                "Quelle est la capitale de l'Australie ?",
                "Comment faire un gâteau au chocolat ?",
                "Je voudrais réserver une table pour deux personnes",
                "Comment retourner une paire de chaussures ?",
                "Avez-vous des soldes en janvier ?",
                "Le chien est malade, que faire ?",
                "Faut-il un visa pour le Japon ?",
                "Combien coûte un timbre ?",
                "Comment installer une imprimante ?",
                "Quel vin servir avec du poisson ?",
                "Pouvez-vous réparer mon téléphone ?");
        try (Assistant assistant =
                Certified.assistant(Bakery.business(), builder -> builder.knowledge(PublicData.require("faq-fr")))) {
            List<Reply> replies =
                    assistant.replyAll(offTopic.stream().map(Message::anonymous).toList());

            assertThat(replies).extracting(Reply::kind).doesNotContain(Reply.Kind.ANSWER);
            assertThat(replies.stream().filter(reply -> reply.kind() == Reply.Kind.HANDOFF))
                    .hasSizeGreaterThan(offTopic.size() / 2);
        }
    }
}
