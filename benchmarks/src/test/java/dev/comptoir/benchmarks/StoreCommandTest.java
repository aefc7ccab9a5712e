package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class StoreCommandTest {
    private static final List<String> COMPARED = List.of(
            "batchEventsPerSecond",
            "batchEventsPerSecond8Producers",
            "singleEventsPerSecond",
            "singleEventsPerSecond8Producers",
            "historyMicros",
            "scanEventsPerSecond",
            "eraseMillis",
            "openMicros");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgres", "memory"})
    void everyFigureIsMeasuredAndTheFilesAreRemoved(String store) throws IOException {
        assumeTrue(
                !store.equals("postgres") || PostgresKind.canRun(), "The PostgreSQL binaries are for Linux on x86-64.");
        Path json = folder.resolve("store.json");
        Path work = folder.resolve("work");

        int exit = run(
                "--store",
                store,
                "--events",
                "1000",
                "--businesses",
                "3",
                "--rounds",
                "1",
                "--folder",
                work.toString(),
                "--json",
                json.toString());

        assertThat(exit).as(err.toString()).isZero();
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("command").asText()).isEqualTo("store");
        assertThat(report.get("store").asText()).isEqualTo(store);
        assertThat(report.get("events").asInt()).isEqualTo(1000);
        assertThat(report.get("businesses").asInt()).isEqualTo(3);
        assertThat(report.get("rounds").asInt()).isEqualTo(1);
        assertThat(report.get("cores").asInt()).isPositive();
        assertThat(report.get("javaVersion").asText()).isNotBlank();
        assertThat(report.get("machine").asText()).isNotBlank();
        JsonNode figures = report.get("figures");
        for (String name : COMPARED) {
            assertPositive(figures, name);
            if (store.equals("memory")) {
                assertThat(figures.has(name + "Raw") || figures.has(name + "Ratio"))
                        .as(name)
                        .isFalse();
            } else {
                assertPositive(figures, name + "Raw");
                assertPositive(figures, name + "Ratio");
            }
        }
        assertThat(figures.get("bytesPerEvent").asDouble()).isBetween(50.0, 5000.0);
        // Looked up by the customers of events, so that each has one at least.
        assertThat(figures.get("historyEvents").asDouble()).isBetween(1.0, 5.0);
        assertThat(figures.get("openBusinesses").asInt()).isEqualTo(3);
        assertThat(figures.get("idleBusinesses").asInt()).isEqualTo(3);
        // Differences of a heap that others use too: so few businesses may vanish in them.
        assertThat(figures.get("openHeapBytesPerBusiness").asDouble()).isNotNegative();
        assertThat(figures.get("idleHeapBytesPerBusiness").asDouble()).isNotNegative();
        assertPositive(figures, "heapBytesWithAllIdle");
        assertPositive(figures, "maxHeapBytes");
        assertThat(out.toString()).contains("batchEventsPerSecond");
        assertThat(err.toString()).contains("... warming up").contains("round 1 of 1");
        assertThat(work).isEmptyDirectory();
    }

    private static void assertPositive(JsonNode figures, String name) {
        assertThat(figures.has(name)).as(name).isTrue();
        assertThat(figures.get(name).asDouble()).as(name).isPositive().isFinite();
    }

    @ParameterizedTest
    @CsvSource({"--events,999", "--businesses,0", "--businesses,10001", "--rounds,0"})
    void wrongNumbersAreSaid(String option, String value) {
        assertThat(run(option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(option + " is " + value + ", but must be");
    }

    @Test
    void anUnknownStoreIsNamedWithThoseThatAreKnown() {
        assertThat(run("--store", "oracle")).isEqualTo(2);
        assertThat(err.toString()).contains("--store is oracle, but must be sqlite, postgres or memory.");
    }

    @Test
    void aUrlBelongsToPostgres() {
        assertThat(run("--url", "jdbc:postgresql://localhost/shop")).isEqualTo(2);
        assertThat(err.toString()).contains("--url goes with --store postgres only.");
        assertThat(run("--store", "postgres", "--url", "jdbc:mysql://localhost/shop"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--url must begin with jdbc:postgresql:");
    }

    private int run(String... arguments) {
        CommandLine command =
                Benchmarks.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "store";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return command.execute(all);
    }
}
