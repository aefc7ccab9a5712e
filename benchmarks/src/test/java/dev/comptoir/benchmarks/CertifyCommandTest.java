package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.assist.certify.Judgement;
import dev.comptoir.assist.certify.Target;
import dev.comptoir.assist.understand.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CertifyCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void intentsOfAnyFolderAreCertified() throws IOException {
        String[] things = {"bread", "cake", "delivery", "parking"};
        StringBuilder train = new StringBuilder("text,intent\n");
        StringBuilder test = new StringBuilder("text,intent\n");
        for (int i = 0; i < 480; i++) {
            String line = "my question number " + i + " is about " + things[i % 4] + "," + things[i % 4] + "\n";
            (i < 360 ? train : test).append(line);
        }
        Files.writeString(folder.resolve("train.csv"), train);
        Files.writeString(folder.resolve("test.csv"), test);
        Path json = folder.resolve("certify.json");

        assertThat(run(
                        "certify",
                        "--data",
                        folder.toString(),
                        "--models",
                        "none",
                        "--shots",
                        "10",
                        "--reviewed",
                        "200",
                        "--draws",
                        "2",
                        "--target",
                        "0.05",
                        "--json",
                        json.toString()))
                .as(err.toString())
                .isZero();

        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("rows")).hasSize(4);
        for (JsonNode row : report.get("rows")) {
            assertThat(row.get("reviewed").asInt()).isEqualTo(200);
            assertThat(row.get("fresh").asInt()).isEqualTo(120);
            assertThat(row.get("granted").asBoolean()).isTrue();
            assertThat(row.get("automation").asDouble()).isEqualTo(1);
            assertThat(row.get("held").asBoolean()).isTrue();
        }
        assertThat(out.toString())
                .contains("10-shot, seed 1", "target 5.0 % of answers sent alone: 2 of 2 rows granted");
    }

    @Test
    void questionsAndAnswersAreCertifiedOrItIsSaidWhyNot() throws IOException {
        StringBuilder faq = new StringBuilder();
        StringBuilder queries = new StringBuilder("query,id\n");
        String[] things = {"le pain complet", "la tarte aux pommes", "le parking privé", "la livraison rapide"};
        for (int i = 0; i < things.length; i++) {
            faq.append("{\"id\":\"e")
                    .append(i)
                    .append("\",\"question\":\"Que dire sur ")
                    .append(things[i])
                    .append(" ?\",\"answer\":\"Voici une réponse.\",\"language\":\"fr\"}\n");
        }
        for (int i = 0; i < 24; i++) {
            queries.append("Que dire sur ")
                    .append(things[i % 4])
                    .append(" ?,e")
                    .append(i % 4)
                    .append('\n');
        }
        Files.writeString(folder.resolve("faq.jsonl"), faq);
        Files.writeString(folder.resolve("queries.csv"), queries);

        assertThat(run("certify", "--data", folder.toString(), "--models", "none", "--draws", "3", "--target", "0.05"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("24 queries, the first entry right for 24")
                .containsPattern("grid, all queries +5.0% +24 +none")
                .containsPattern("of all, leave one out, 24/24 +5.0% +23 .* yes");
    }

    @Test
    void figuresAreWorkedOutByHand() {
        // A declared threshold of .5 accepts the 70 reviewed at .9, all right; of the fresh ones 4 of 10, one of them
        // wrong.
        List<Judgement> reviewed = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            reviewed.add(judgement(i < 70 ? 0.9 : 0.2, i < 70));
        }
        List<Judgement> fresh = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            fresh.add(judgement(i < 4 ? 0.7 : 0.1, i != 0));
        }
        CertifyRow row =
                CertifyRow.certificate("by hand", Target.wrongAtMost(0.05).atDeclaredThreshold(0.5), reviewed, fresh);

        assertThat(row.granted()).isTrue();
        assertThat(row.bound()).isCloseTo(1 - Math.pow(0.05, 1 / 70.0), within(1e-12));
        assertThat(row.automation()).isEqualTo(0.4);
        assertThat(row.error()).isEqualTo(0.25);
        assertThat(row.held()).isFalse();
        assertThat(CertifyRow.ofAllMail("by hand", 0.05, reviewed, fresh).error())
                .isEqualTo(0.1);
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        assertThat(run("certify", "--data", folder.resolve("none").toString())).isNotZero();
        assertThat(err.toString()).contains("there is no such folder");
        assertThat(run("certify", "--data", folder.toString(), "--models", "none"))
                .isNotZero();
        assertThat(err.toString()).contains("has no train.csv");
        assertThat(run("certify", "--data", folder.toString(), "--target", "1.5"))
                .isNotZero();
        assertThat(err.toString()).contains("--target and --delta must lie between 0 and 1");
        assertThat(run("certify", "--data", folder.toString(), "--draws", "0")).isNotZero();
        assertThat(err.toString()).contains("--draws is 0");
    }

    private static Judgement judgement(double score, boolean correct) {
        return new Judgement(Instant.EPOCH, score, correct, Language.FRENCH, "", "intent", "k");
    }

    private int run(String... arguments) {
        CommandLine command = Benchmarks.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
