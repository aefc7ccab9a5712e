package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.testkit.PublicData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecommendCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @Tag("data")
    void movieLensGivesTheReferenceFigures() throws IOException {
        Path data = PublicData.require("movielens-100k");
        Path json = folder.resolve("out.json");

        assertThat(run(
                        "--data",
                        data.toString(),
                        "--protocol",
                        "ml100k-sg",
                        "--model",
                        "ease",
                        "--json",
                        json.toString()))
                .as(err.toString())
                .isZero();

        JsonNode report = new ObjectMapper().readTree(json.toFile()).get("report");
        assertThat(report.get("metrics").get(0).get("name").asText()).isEqualTo("Recall@20");
        assertThat(report.get("metrics").get(0).get("mean").asDouble()).isCloseTo(0.213303, within(1e-6));
        assertThat(report.get("metrics").get(2).get("mean").asDouble()).isCloseTo(0.263333, within(1e-6));
        assertThat(report.get("testUsers").asInt()).isEqualTo(186);
        assertThat(report.get("parameters").get("regularization").asDouble()).isEqualTo(300);
        assertThat(out.toString()).containsPattern("NDCG@100 +0.263333");
    }

    @Test
    void aGivenSplitIsTestedAsItIs() throws IOException {
        packed("train.csv.gz", "user,item,timestamp\n1,a,1\n1,b,2\n2,a,1\n2,b,1\n3,c,\n");
        write("test_in.csv", "user,item,timestamp\n9,a,5\n");
        write("test_out.csv", "user,item,timestamp\n9,b,6\n");

        assertThat(run("--data", folder.toString(), "--model", "ease", "--regularization", "1"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("on given: 3 training users, 5 interactions, 3 items, 1 test users");
        assertThat(out.toString()).containsPattern("Recall@20 +1.000000");
    }

    @Test
    void interactionsWithoutTimeAndValueAreSplitBySeed() throws IOException {
        StringBuilder lines = new StringBuilder("user,item,timestamp,value,basket\n");
        for (int user = 0; user < 40; user++) {
            for (int k = 0; k < 6; k++) {
                lines.append("u" + user + ",i" + (user + 2 * k) % 13 + ",,,\n");
            }
        }
        write("interactions.csv", lines.toString());

        assertThat(run("--data", folder.toString(), "--model", "popularity", "--seed", "5"))
                .as(err.toString())
                .isZero();
        String first = out.toString().replaceAll("training [0-9].*", "");
        out.getBuffer().setLength(0);
        assertThat(run("--data", folder.toString(), "--model", "popularity", "--seed", "5"))
                .isZero();

        assertThat(out.toString().replaceAll("training [0-9].*", ""))
                .isEqualTo(first)
                .contains("on strong: 32 training users");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThat(run("--data", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("[import.unreadable]").contains("does not exist");

        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("neither interactions.csv nor interactions.csv.gz");

        write("train.csv", "user,item\n1,a\n");
        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("neither test_in.csv nor test_in.csv.gz");
    }

    @Test
    void wrongColumnsAndValuesAreNamed() throws IOException {
        write("interactions.csv", "customer,item\n1,a\n");
        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("[import.columns]").contains("no column user; it has customer, item");

        write("interactions.csv", "user,item,timestamp\n1,a,1\n2,b,tomorrow\n");
        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Line 3").contains("timestamp that is not a number");

        write("interactions.csv", "user,item\n1,\n");
        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Line 2").contains("has no item");

        write("interactions.csv", "user,item\n1,a\n");
        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("0 questions to ask");
    }

    @Test
    void aFileThatIsNotPackedIsNamed() throws IOException {
        write("interactions.csv.gz", "user,item\n1,a\n");

        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("interactions.csv.gz cannot be read");
    }

    @Test
    void wrongOptionsAreRefused() throws IOException {
        write("interactions.csv", "user,item\n1,a\n");
        String data = folder.toString();

        assertThat(run("--data", data, "--model", "oracle")).isEqualTo(2);
        assertThat(run("--data", data, "--protocol", "leave-one-out")).isEqualTo(2);
        assertThat(run("--data", data, "--regularization", "-1")).isEqualTo(2);
        assertThat(run("--data", data, "--threads", "0")).isEqualTo(2);
        assertThat(run("--model", "ease")).isEqualTo(2);
        assertThat(err.toString()).contains("oracle", "leave-one-out", "-1.0", "--threads is 0", "--data");
    }

    private int run(String... arguments) {
        return new CommandLine(new RecommendCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private void packed(String name, String content) throws IOException {
        try (GZIPOutputStream stream = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            stream.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
