package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProfilesCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aTableOfVisitsIsMeasuredAndBadLinesAreCounted() throws IOException {
        Files.writeString(
                folder.resolve("transactions.csv"),
                "customer,date,quantity,amount\n1,2026-01-01,1,2.50\n1,2026-01-08,2,5.00\n2,2026-01-08,,\n"
                        + "2,2026-01-09,1,-3\n3,no day,1,1\n3,2026-01-10,0,1\n");
        Path json = folder.resolve("figures.json");

        assertThat(run("--data", folder.toString(), "--json", json.toString()))
                .as(err.toString())
                .isZero();

        JsonNode figures = new ObjectMapper().readTree(json.toFile()).get("figures");
        assertThat(figures.get("customers").asInt()).isEqualTo(2);
        assertThat(figures.get("events").asInt()).isEqualTo(3);
        assertThat(figures.get("linesLeftOut").asInt()).isEqualTo(3);
        for (String name : new String[] {
            "firstAnswerMillis", "passMillis", "profilesPerSecond", "updateMicrosP50", "updateMicrosP99"
        }) {
            assertThat(figures.get(name).asDouble()).as(name).isPositive();
        }
    }

    @Test
    void aFolderWithoutSalesSaysSo() {
        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("online_retail.csv.gz").contains("transactions");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "profiles";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new CommandLine(new Benchmarks())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
