package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.testkit.PublicData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RetrievalCommandTest {
    private static final String FAQ = """
            {"id":"a","question":"Where is the parking?","answer":"Behind the shop."}
            {"id":"b","question":"Do you sell bread without gluten?","answer":"On Fridays."}
            {"id":"c","question":"Are you open on Monday?","answer":"No."}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void metricsAreThoseOfTheirDefinition() {
        RetrievalRow row = new RetrievalRow(
                "any",
                List.of(1, 2, 0, 4),
                List.of(
                        new RetrievalRow.Judged(0.9, true),
                        new RetrievalRow.Judged(0.4, false),
                        new RetrievalRow.Judged(0.4, true),
                        new RetrievalRow.Judged(0.1, false)),
                1);

        assertThat(row.hits(1)).isEqualTo(0.25);
        assertThat(row.hits(3)).isEqualTo(0.5);
        assertThat(row.hits(5)).isEqualTo(0.75);
        assertThat(row.reciprocal()).isCloseTo((1 + 0.5 + 0.25) / 4, within(1e-15));
        assertThat(row.gain())
                .isCloseTo((1 + 1 / (Math.log(3) / Math.log(2)) + 1 / (Math.log(5) / Math.log(2))) / 4, within(1e-12));
        // Of four pairs three are in order and one is a tie.
        assertThat(row.auroc()).hasValue(3.5 / 4);
        assertThat(row.calibrationError()).isCloseTo((0.1 + 0.4 + 0.6 + 0.1) / 4, within(1e-12));
    }

    @Test
    void queriesWithoutAnEntryCountForTheConfidenceAlone() throws IOException {
        write("faq.jsonl", FAQ);
        write("queries.csv", "query,id\n\"parking, where?\",a\nmoon landing,\n");
        Path json = folder.resolve("out.json");

        assertThat(run("--data", folder.toString(), "--model", "none", "--fit", "--json", json.toString()))
                .as(err.toString())
                .isZero();

        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.path("queries").asInt()).isEqualTo(1);
        assertThat(figures.path("unanswerable").asInt()).isEqualTo(1);
        assertThat(figures.path("fit").asText()).contains("at least 50");
        assertThat(figures.path("results").get(0).path("hit@1").asDouble()).isEqualTo(1);
        assertThat(figures.path("results").get(0).path("confidenceAuroc").asDouble())
                .isEqualTo(1);
    }

    @Test
    void aMixedSetIsSearchedInBothLanguages() throws IOException {
        write("faq.jsonl", FAQ + "{\"id\":\"d\",\"question\":\"Puis-je payer par chèque ?\",\"answer\":\"Oui.\"}\n");
        write("queries.csv", "query,id\npayer avec un chèque,d\nwhere is the parking,a\n");

        assertThat(run("--data", folder.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("language: fr+en").contains("fused");
    }

    @Test
    void anEnglishSetIsMeasuredByWords() throws IOException {
        write("faq.jsonl", FAQ);
        write("queries.csv", "query,id\n\"parking, where?\",a\ngluten,b\nmonday,a\n");
        Path json = folder.resolve("out.json");

        assertThat(run("--data", folder.toString(), "--model", "none", "--json", json.toString()))
                .as(err.toString())
                .isZero();

        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.path("language").asText()).isEqualTo("en");
        assertThat(figures.path("entries").asInt()).isEqualTo(3);
        assertThat(figures.path("queries").asInt()).isEqualTo(3);
        assertThat(figures.path("results")).hasSize(1);
        JsonNode words = figures.path("results").get(0);
        assertThat(words.path("ranking").asText()).isEqualTo("lexical");
        assertThat(words.path("hit@1").asDouble()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(words.path("msPerQuery").isNumber()).isTrue();
        assertThat(figures.path("machine").path("cores").asInt()).isPositive();
        assertThat(out.toString()).contains("lexical").contains("hit@1");
    }

    @Test
    void withAModelAllThreeRankingsAreMeasured() throws IOException {
        write("faq.jsonl", FAQ);
        write("queries.csv", "query,id\nWhere can I leave my car?,a\n");

        assertThat(run("--data", folder.toString())).as(err.toString()).isZero();

        assertThat(out.toString()).contains("lexical").contains("dense").contains("fused");
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        assertThat(run("--data", folder.resolve("none").toString(), "--model", "none"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("does not exist");

        assertThat(run("--data", folder.toString(), "--model", "none")).isEqualTo(1);
        assertThat(err.toString()).contains("has no faq.jsonl");

        write("faq.jsonl", FAQ);
        assertThat(run("--data", folder.toString(), "--model", "none")).isEqualTo(1);
        assertThat(err.toString()).contains("queries.csv cannot be read");
    }

    @Test
    void missingColumnsUnknownIdsAndEmptyFilesAreNamed() throws IOException {
        write("faq.jsonl", FAQ);
        write("queries.csv", "question,id\nx,a\n");
        assertThat(run("--data", folder.toString(), "--model", "none")).isEqualTo(1);
        assertThat(err.toString()).contains("no column query; it has question, id");

        write("queries.csv", "query,id\nx,zz\n");
        assertThat(run("--data", folder.toString(), "--model", "none")).isEqualTo(1);
        assertThat(err.toString()).contains("Line 2").contains("the id zz");

        write("queries.csv", "query,id\n");
        assertThat(run("--data", folder.toString(), "--model", "none")).isEqualTo(1);
        assertThat(err.toString()).contains("holds no query that an entry answers");

        Files.write(folder.resolve("queries.csv"), "query,id\nOù,a\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("--data", folder.toString(), "--model", "none")).isEqualTo(1);

        write("faq.jsonl", "{broken\n");
        assertThat(run("--data", folder.toString(), "--model", "none")).isEqualTo(1);
        assertThat(err.toString()).contains("1 lines were rejected");
    }

    @Test
    void missingModelsAndLanguagesAreNamed() throws IOException {
        write("faq.jsonl", FAQ);
        write("queries.csv", "query,id\nx,a\n");

        assertThat(run(
                        "--data",
                        folder.toString(),
                        "--model",
                        folder.resolve("model").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("model.not-found");
        assertThat(run("--data", folder.toString(), "--trust", "de")).isEqualTo(2);
    }

    @Test
    @Tag("data")
    void theFrenchSetIsReadToItsEnd() throws IOException {
        Path json = folder.resolve("out.json");

        assertThat(run("--data", PublicData.require("faq-fr").toString(), "--model", "none", "--json", json.toString()))
                .as(err.toString())
                .isZero();

        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.path("entries").asInt()).isEqualTo(523);
        assertThat(figures.path("queries").asInt()).isEqualTo(84);
        assertThat(figures.path("language").asText()).isEqualTo("fr");
        assertThat(figures.path("results").get(0).path("hit@1").asDouble()).isGreaterThan(0.47);
    }

    private int run(String... arguments) {
        CommandLine command = new CommandLine(new RetrievalCommand());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
