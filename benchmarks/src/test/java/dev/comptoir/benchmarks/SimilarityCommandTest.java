package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimilarityCommandTest {
    private static final String PAIRS = """
            sentence1,sentence2,score
            "Où est mon colis, svp ?",Where is my parcel?,5
            Où est mon colis ?,Quand serai-je livré ?,3
            Où est mon colis ?,"Le chat dort, paisible",0
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theStudentOrdersFrenchSentencesBetterThanAnEnglishModel() throws IOException {
        Path file = folder.resolve("similarity-fr.csv");
        try (InputStream in = SimilarityCommandTest.class.getResourceAsStream("similarity-fr.csv")) {
            Files.copy(in, file);
        }
        JsonNode student = figures(file, "student");
        JsonNode miniLm = figures(file, "minilm");

        assertThat(student.path("pairs").asInt()).isEqualTo(72);
        assertThat(student.path("model").asText()).startsWith("comptoir-bilingual-student-");
        assertThat(student.path("spearman").asDouble()).isGreaterThan(0.5);
        assertThat(student.path("spearman").asDouble())
                .isGreaterThan(miniLm.path("spearman").asDouble() + 0.15);
        assertThat(student.path("pearson").isNumber()).isTrue();
    }

    @Test
    void packedFilesAndColumnsInAnyOrderAreRead() throws IOException {
        Path packed = folder.resolve("pairs.csv.gz");
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(packed))) {
            file.write(("\uFEFF" + PAIRS).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(figures(packed, "student").path("spearman").asDouble()).isEqualTo(1.0);

        Path turned = Files.writeString(
                folder.resolve("turned.csv"), "score,id,sentence2,sentence1\n\"4,5\",a,pain,bread\n0,b,pain,chien\n");
        assertThat(figures(turned, "student").path("spearman").asDouble()).isEqualTo(1.0);
    }

    @Test
    void constantScoresHaveNoCorrelation() throws IOException {
        Path file = Files.writeString(folder.resolve("same.csv"), "sentence1,sentence2,score\na,b,1\nc,d,1\n");
        assertThat(figures(file, "student").path("spearman").asText()).contains("undefined");
    }

    @Test
    void badFilesAreNamed() throws IOException {
        refused(folder.resolve("none.csv"), "cannot be read");
        refused(Files.writeString(folder.resolve("a.csv"), "sentence1,score\nx,1\n"), "no column sentence2");
        refused(Files.writeString(folder.resolve("b.csv"), "sentence1,sentence2,score\nx,y,much\nx,y,1\n"), "Line 2");
        refused(Files.writeString(folder.resolve("c.csv"), "sentence1,sentence2,score\nx,y,NaN\nx,y,1\n"), "Line 2");
        refused(Files.writeString(folder.resolve("d.csv"), "sentence1,sentence2,score\nx,y,1\n"), "1 pairs");
        refused(
                Files.write(
                        folder.resolve("e.csv"),
                        "sentence1,sentence2,score\nété,y,1\nx,y,2\n".getBytes(StandardCharsets.ISO_8859_1)),
                "cannot be read");
    }

    private void refused(Path file, String because) {
        assertThat(run("--pairs", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(because);
    }

    private JsonNode figures(Path file, String model) throws IOException {
        Path json = folder.resolve("figures.json");
        assertThat(run("--pairs", file.toString(), "--model", model, "--json", json.toString()))
                .as(err.toString())
                .isZero();
        return new ObjectMapper().readTree(json.toFile());
    }

    private int run(String... arguments) {
        CommandLine command = new CommandLine(new SimilarityCommand());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
