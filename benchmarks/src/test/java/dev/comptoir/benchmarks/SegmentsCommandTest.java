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

class SegmentsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void measuresAndAgreesWithNaiveEvaluation(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("segments.json");
        assertThat(run("--rules", "50", "--customers", "2000", "--json", json.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("fullSeconds", "updateMicrosMedian", "written to");
        JsonNode written = new ObjectMapper().readTree(json.toFile());
        assertThat(written.get("rules").intValue()).isEqualTo(50);
        JsonNode figures = written.get("figures");
        assertThat(figures.get("memberships").longValue()).isPositive();
        assertThat(figures.get("rulesLookedAtPerUpdate").doubleValue()).isBetween(0.1, 50.0);
        assertThat(figures.get("nextDayCustomers").intValue()).isBetween(1, 2000);
        figures.properties()
                .forEach(field -> assertThat(field.getValue().isNumber())
                        .as(field.getKey())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"--rules,0", "--rules,10001", "--customers,0"})
    void wrongNumbersAreSaid(String option, String value) {
        assertThat(run(option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(option + " is " + value + ", but must be");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "segments";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Benchmarks.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }
}
