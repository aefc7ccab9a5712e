package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.testkit.PublicData;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValueCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anyFolderWithTransactionsIsMeasured() throws IOException {
        write(
                "transactions_b.csv.gz",
                shop(120) + ",20250301,1,2.50\n7,2025-02-30,1,2.50\n7,2025-03-01,-1,2.50\n"
                        + "7,2025-03-01,1,-2.50\n7,2025-03-01,1,a\n7,2025-03-01,x,1\n7,2925-03-01,1,1\n7,20251301,1,1\n7\n");
        write("transactions_a.csv", "customer,date\n");

        JsonNode report = measured("--file", "transactions_b.csv.gz", "--scored", "500");

        assertThat(report.get("calibrationEnd").asText()).isEqualTo("2025-07-02");
        assertThat(report.get("horizonDays").asInt()).isEqualTo(182);
        assertThat(report.get("rejectedLines").asInt()).isEqualTo(9);
        assertThat(report.get("rejected")
                        .get("no date that exists")
                        .get("lines")
                        .asInt())
                .isEqualTo(3);
        assertThat(report.get("rejected").get("a negative amount").get("lines").asInt())
                .isEqualTo(1);
        assertThat(report.get("models")).hasSize(5);
        for (JsonNode model : report.get("models")) {
            assertThat(model.get("holdout").get("mae").asDouble())
                    .isLessThan(report.get("baselines").get(2).get("mae").asDouble());
            assertThat(model.get("scoring").get("customers").asInt()).isEqualTo(500);
            assertThat(model.get("holdout").get("calibration")).hasSize(10);
        }
        assertThat(report.get("spend").get("parameters")).hasSize(3);
        assertThat(report.toString()).doesNotContain("NaN", "Infinity");
        assertThat(out.toString())
                .contains(
                        "the library takes ",
                        "a date in the future, 1 lines",
                        "not read: [transactions_a.csv]",
                        "scalar limit");
    }

    @Test
    void aShopTooSmallForModelsIsJudgedByTheSimplerEstimate() throws IOException {
        write("transactions.csv", shop(12));

        JsonNode report = measured("--calibration-end", "20250701", "--horizon-days", "60", "--model", "mbg-nbd");

        assertThat(report.get("models")).isEmpty();
        assertThat(report.get("chosen").isNull()).isTrue();
        assertThat(report.get("notices").get(0).get("gate").asText()).isEqualTo("TOO_FEW_CUSTOMERS");
        assertThat(report.get("library").get("mae").asDouble()).isPositive();
        assertThat(report.get("library").get("actualTotal").asInt()).isPositive();
    }

    @Test
    void whatCannotBeMeasuredIsSaid() throws IOException {
        fails(
                1,
                "does not exist. Maybe a wrong --data?",
                "--data",
                folder.resolve("none").toString());
        fails(1, "has no transactions*.csv[.gz]", "--data", folder.toString());
        write("transactions.csv", "kunde,datum\n1,2025-01-01\n");
        fails(1, "has the columns [kunde, datum]; customer and date are needed", "--data", folder.toString());
        write("transactions.csv", "customer,date\n1,yesterday\n");
        fails(1, "among 1 lines: [no date that exists]", "--data", folder.toString());
        write("transactions.csv", "customer,date\n1,2025-01-01\n2,2025-01-01\n");
        fails(1, "All purchases are of 2025-01-01", "--data", folder.toString());
        write("transactions.csv", shop(40));
        fails(2, "--calibration-end is 2025-02-30, but must be a date", "--calibration-end", "2025-02-30");
        fails(1, "but must lie from 2025-01-01 to the day before 2025-12-31", "--calibration-end", "2026-01-01");
        fails(2, "--horizon-days is 0", "--horizon-days", "0");
        fails(2, "--model has magic; there are auto, BG/NBD, MBG/NBD", "--model", "BG/NBD,magic");
        fails(1, "has no other.csv; there are [transactions.csv]", "--file", "other.csv");
    }

    /** The figures of docs/benchmarks/value.md. */
    @Test
    @Tag("data")
    void cdnow() throws IOException {
        JsonNode report = read(
                "--data",
                PublicData.require("cdnow").toString(),
                "--file",
                "transactions_sample.csv",
                "--model",
                "BG/NBD,Pareto/NBD",
                "--scored",
                "1000");
        assertThat(report.get("calibrationEnd").asText()).isEqualTo("1997-09-30");
        JsonNode bg = report.get("models").get(0);
        JsonNode pareto = report.get("models").get(1);
        assertThat(bg.get("logLikelihood").asDouble()).isCloseTo(-9582.43, within(0.01));
        assertThat(bg.get("holdout").get("mae").asDouble()).isLessThan(0.7856);
        assertThat(pareto.get("holdout").get("mae").asDouble()).isLessThan(0.7546);
        assertThat(pareto.get("holdout").get("actualTotal").asInt()).isEqualTo(1882);
    }

    /** Customers who come about every two weeks; every third stays away from May on. */
    private static String shop(int customers) {
        StringBuilder lines = new StringBuilder("customer,date,quantity,amount\n");
        for (int customer = 0; customer < customers; customer++) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(customer % 40);
            LocalDate last = customer % 3 == 0 ? LocalDate.of(2025, 5, 1) : LocalDate.of(2025, 12, 31);
            for (int i = 0; !day.isAfter(last); i++) {
                lines.append(customer).append(',');
                lines.append(i % 2 == 0 ? day.toString() : day.format(DateTimeFormatter.BASIC_ISO_DATE));
                lines.append(",1,").append(5 + (customer * 13 + i * 7) % 20).append(".50\n");
                day = day.plusDays(5 + (customer * 7 + i * 11) % (11 + customer % 17));
            }
        }
        return lines.append("last,2025-12-31,,\n").toString();
    }

    private void write(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(name);
        if (!name.endsWith(".gz")) {
            Files.write(file, bytes);
            return;
        }
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(bytes);
        }
    }

    private JsonNode measured(String... options) throws IOException {
        String[] all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 2, options.length);
        all[0] = "--data";
        all[1] = folder.toString();
        return read(all);
    }

    private JsonNode read(String... options) throws IOException {
        Path json = folder.resolve("value.json");
        assertThat(run(options, "--json", json.toString())).as(err.toString()).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }

    private void fails(int code, String message, String... options) {
        err.getBuffer().setLength(0);
        int exit = options[0].equals("--data") ? run(options) : run(options, "--data", folder.toString());
        assertThat(err.toString()).contains(message);
        assertThat(exit).isEqualTo(code);
    }

    private int run(String[] options, String... more) {
        String[] all = new String[1 + options.length + more.length];
        all[0] = "value";
        System.arraycopy(options, 0, all, 1, options.length);
        System.arraycopy(more, 0, all, 1 + options.length, more.length);
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(all);
    }
}
