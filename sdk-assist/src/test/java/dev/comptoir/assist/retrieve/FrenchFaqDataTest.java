package dev.comptoir.assist.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.HashedNgramModel;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.testkit.PublicData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Retrieval on 523 French questions of a public body and 84 paraphrases; a bare BM25 has hit@1 .47 and MRR@10 .60 there. */
@Tag("data")
class FrenchFaqDataTest {
    private record Asked(String question, String id) {}

    private static Path folder = Path.of("");
    private static Knowledge knowledge = Knowledge.empty();
    private static List<Asked> asked = List.of();

    @BeforeAll
    static void read() throws IOException {
        folder = PublicData.require("faq-fr");
        knowledge = Knowledge.load(folder, Language.FRENCH);
        asked = Files.readAllLines(folder.resolve("queries.csv")).stream()
                .skip(1)
                .map(line -> new Asked(
                        line.substring(0, line.lastIndexOf(','))
                                .replaceAll("^\"|\"$", "")
                                .replace("\"\"", "\""),
                        line.substring(line.lastIndexOf(',') + 1)))
                .toList();
    }

    @Test
    void allEntriesAreReadAsFrench() {
        assertThat(knowledge.entries()).hasSize(523).allMatch(entry -> entry.language() == Language.FRENCH);
        assertThat(knowledge.report().rejections())
                .allMatch(rejection -> rejection.file().equals("queries.csv"));
        assertThat(asked).hasSize(84);
    }

    @ParameterizedTest
    @EnumSource(names = {"LEXICAL", "FUSED"})
    void theRightEntryComesFirstMoreOftenThanWithABareBm25(Ranking ranking) {
        try (HybridRetriever retriever = HybridRetriever.builder(knowledge)
                .embeddings(new HashedNgramModel(512), Set.of(Language.ENGLISH))
                .build()) {
            double first = 0;
            double reciprocal = 0;
            for (Asked query : asked) {
                List<String> ids = retriever.search(query.question(), Language.FRENCH, ranking, 10).stream()
                        .map(match -> match.entry().id())
                        .toList();
                int place = ids.indexOf(query.id());
                first += place == 0 ? 1 : 0;
                reciprocal += place < 0 ? 0 : 1.0 / (place + 1);
            }
            assertThat(first / asked.size()).as("hit@1").isGreaterThan(0.47);
            assertThat(reciprocal / asked.size()).as("MRR@10").isGreaterThan(0.60);
        }
    }
}
