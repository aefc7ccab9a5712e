package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class StoreCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyFigureIsMeasuredAndTheFilesAreRemoved() throws IOException {
        Path json = folder.resolve("store.json");
        Path work = folder.resolve("work");

        assertThat(run(
                        "--events",
                        "1000",
                        "--businesses",
                        "3",
                        "--rounds",
                        "1",
                        "--folder",
                        work.toString(),
                        "--json",
                        json.toString()))
                .as(err.toString())
                .isZero();

        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("command").asText()).isEqualTo("store");
        JsonNode figures = report.get("figures");
        for (String name : new String[] {
            "batchEventsPerSecond",
            "batchEventsPerSecond8Producers",
            "singleEventsPerSecond",
            "singleEventsPerSecond8Producers",
            "historyMicros",
            "openMicros"
        }) {
            assertThat(figures.get(name).asDouble()).as(name).isPositive();
            assertThat(figures.get(name + "Raw").asDouble()).as(name).isPositive();
            assertThat(figures.get(name + "Ratio").asDouble()).as(name).isPositive();
            assertThat(out.toString()).contains(name + "Ratio");
        }
        assertThat(figures.get("bytesPerEvent").asDouble()).isBetween(50.0, 1000.0);
        // A thousand events of a thousand customers.
        assertThat(figures.get("historyEvents").asDouble()).isBetween(0.8, 1.2);
        assertThat(figures.get("openBusinesses").asInt()).isEqualTo(3);
        assertThat(figures.get("openHeapBytesPerBusiness").asDouble()).isNotNegative();
        assertThat(work).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"--events,999", "--businesses,0", "--businesses,10001", "--rounds,0"})
    void wrongNumbersAreSaid(String option, String value) {
        assertThat(run(option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(option + " is " + value + ", but must be");
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
