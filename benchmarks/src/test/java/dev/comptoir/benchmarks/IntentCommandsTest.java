package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class IntentCommandsTest {
    private static final String[] THINGS = {"parcel", "refund", "voucher", "password", "opening", "invoice"};

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        write("train.csv", rows("tell me about the %s number %d", 12));
        write("test.csv", rows("a word on %s, %d please", 3));
    }

    private static String rows(String pattern, int each) {
        StringBuilder rows = new StringBuilder("text,intent\n");
        for (String thing : THINGS) {
            for (int i = 0; i < each; i++) {
                rows.append('"')
                        .append(pattern.formatted(thing, i))
                        .append("\",")
                        .append(thing)
                        .append('\n');
            }
        }
        return rows.toString();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--data", folder.toString(), "--cache", folder.resolve("cache").toString()));
        CommandLine line = Benchmarks.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(all.toArray(String[]::new));
    }

    @Test
    void intentsByWords() throws IOException {
        Path json = folder.resolve("figures.json");
        assertThat(run(
                        "intents",
                        "--models",
                        "none",
                        "--shots",
                        "3,full",
                        "--draws",
                        "2",
                        "--seed",
                        "5",
                        "--json",
                        json.toString()))
                .as(err.toString())
                .isZero();
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.path("intents").asInt()).isEqualTo(6);
        assertThat(figures.path("train").asInt()).isEqualTo(72);
        JsonNode few = figures.path("results").get(0);
        assertThat(few.path("shots").asText()).isEqualTo("3");
        assertThat(few.path("seeds").toString()).isEqualTo("[5,6]");
        assertThat(few.path("accuracy").asDouble()).isEqualTo(1);
        JsonNode full = figures.path("results").get(1);
        assertThat(full.path("seeds").toString()).isEqualTo("[5]");
        assertThat(full.path("accuracy").asDouble()).isEqualTo(1);
        assertThat(out.toString()).contains("... 3 seed 6: 18 examples, accuracy 1.0000");
    }

    @Test
    void heldOutIntentsAreNoticed() throws IOException {
        Path json = folder.resolve("figures.json");
        assertThat(run("oos", "--models", "none", "--draws", "2", "--json", json.toString()))
                .as(err.toString())
                .isZero();
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.path("heldOut").asInt()).isEqualTo(2);
        JsonNode near = figures.path("results").get(0);
        assertThat(near.path("against").asText()).isEqualTo("near");
        assertThat(near.path("questions").asInt()).isEqualTo(6);
        assertThat(near.path("auroc").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void questionsOutOfScopeComeFromFilesAndFromTheTest() throws IOException {
        write("oos_far.csv", "text,intent\nwho painted this,oos\nrain tomorrow,oos\n");
        write("test.csv", rows("a word on %s, %d please", 3) + "is there snow,oos\n");
        assertThat(run("oos", "--models", "none")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("heldOut: 0")
                .containsPattern("far +gates +2 ")
                .containsPattern("test +gates +1 ")
                .doesNotContain("near ");
    }

    @Test
    void brokenLinesAreCountedAndLeftOut() throws IOException {
        write("train.csv", rows("tell me about the %s number %d", 12) + "no intent,\n,parcel\nalone\n");
        assertThat(run("intents", "--models", "none", "--shots", "full")).isZero();
        assertThat(out.toString()).contains("skippedLines: 3").contains("train: 72");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intents --shots 0|--shots names 0",
                "intents --shots many|--shots names many",
                "intents --draws 0|--draws is 0",
                "intents --models gpt|--models names gpt",
                "oos --models none --held-out 5|--held-out is 5",
                "oos --models none --held-out 0|nothing to notice",
            })
    void wrongOptionsAreNamed(String arguments, String message) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(1);
        assertThat(err.toString()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({"train.csv", "test.csv"})
    void missingOrWrongFilesAreNamed(String file) throws IOException {
        write(file, "question,label\na,b\n");
        assertThat(run("intents", "--models", "none")).isEqualTo(1);
        assertThat(err.toString()).contains(file).contains("no column text");
        write(file, "text,intent\n");
        assertThat(run("intents", "--models", "none")).isEqualTo(1);
        assertThat(err.toString()).contains("no question with an intent");
        Files.delete(folder.resolve(file));
        assertThat(run("intents", "--models", "none")).isEqualTo(1);
        assertThat(err.toString()).contains("has no " + file);
    }

    @Test
    void drawsAreOfTheirSizeAndRepeatable() {
        IntentData data = IntentData.in(folder);
        assertThat(data.draw(4, 1)).hasSize(24).isEqualTo(data.draw(4, 1)).isNotEqualTo(data.draw(4, 2));
        assertThat(data.draw(100, 1)).hasSize(72).doesNotHaveDuplicates();
        IntentData without = data.without(2, 3);
        assertThat(without.intents()).hasSize(4);
        assertThat(without.test()).hasSize(12);
        assertThat(without.outOfScope().get("near"))
                .hasSize(6)
                .noneMatch(row -> without.intents().contains(row.intent()));
    }

    @Test
    void detectionIsThatOfItsDefinition() {
        double[] belonging = new double[20];
        for (int i = 0; i < 20; i++) {
            belonging[i] = i;
        }
        // 19 of 20 pass up to 18. Of the strange, 18 and 5 pass; pairs won: 20 + 18.5 + 5.5 of 60.
        Detection detection = Detection.of(belonging, new double[] {25, 18, 5});
        assertThat(detection.fpr95()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(detection.auroc()).isCloseTo(44.0 / 60, within(1e-12));
    }

    @Test
    void vectorsAreKeptForTheNextRun() throws IOException {
        int[] asked = new int[1];
        EmbeddingModel model = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                asked[0] += segments.size();
                return Response.from(segments.stream()
                        .map(segment ->
                                Embedding.from(new float[] {segment.text().length(), 1}))
                        .toList());
            }
        };
        for (int run = 0; run < 2; run++) {
            try (VectorCache cache = new VectorCache(model, "tiny", folder, null)) {
                assertThat(cache.embed("four").content().vector()).containsExactly(4, 1);
                assertThat(cache.embed("seven77").content().vector()).containsExactly(7, 1);
            }
        }
        assertThat(asked[0]).isEqualTo(2);
        Path file = folder.resolve("vectors-tiny.bin");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));
        try (VectorCache cache = new VectorCache(model, "tiny", folder, null)) {
            assertThat(cache.embed("four").content().vector()).containsExactly(4, 1);
            cache.embed("seven77");
        }
        assertThat(asked[0]).as("the torn one is asked for again").isEqualTo(3);
        try (VectorCache cache = new VectorCache(model, "tiny", folder, null)) {
            assertThat(cache.embed("seven77").content().vector()).containsExactly(7, 1);
        }
        assertThat(asked[0]).isEqualTo(3);
    }
}
