package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.testkit.PublicData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DueCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anyFolderWithTransactionsIsMeasured() throws IOException {
        StringBuilder lines = new StringBuilder("customer,date,quantity,amount\n");
        for (int customer = 0; customer < 60; customer++) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(customer % 20);
            // Every third customer stays away from July on.
            LocalDate last = customer % 3 == 0 ? LocalDate.of(2025, 7, 1) : LocalDate.of(2025, 12, 31);
            for (int i = 0; day.isBefore(last); i++) {
                lines.append(customer).append(',').append(day).append(",,\n");
                day = day.plusDays(5 + (customer * 7 + i * 11) % 9);
            }
        }
        lines.append(",2025-03-01,1,2.50\n7,2025-02-30,1,2.50\n7,2025-03-01,-1,2.50\n");
        Files.writeString(folder.resolve("transactions.csv"), lines, StandardCharsets.UTF_8);
        Path json = folder.resolve("due.json");

        assertThat(run("due", "--data", folder.toString(), "--json", json.toString()))
                .as(err.toString())
                .isZero();

        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("command").asText()).isEqualTo("due");
        assertThat(report.get("rejectedLines").asInt()).isEqualTo(3);
        assertThat(report.get("questions")).hasSize(4);
        for (JsonNode question : report.get("questions")) {
            assertThat(question.get("model").get("customers").asInt()).isEqualTo(60);
            assertThat(question.get("model").get("brier").asDouble())
                    .isLessThan(question.get("baseRate").get("brier").asDouble());
        }
        assertThat(out.toString()).contains("purchase within 7 days", "churn within 90 days");
    }

    @Test
    void whatCannotBeMeasuredIsSaid() throws IOException {
        assertThat(run("due", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("neither online_retail.csv[.gz] nor transactions*.csv[.gz]");
        Files.writeString(
                folder.resolve("transactions.csv"), "customer,date,quantity,amount\n1,2025-01-01,,\n1,2025-02-01,,\n");
        assertThat(run("due", "--data", folder.toString(), "--split", "2026-01-01"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--split is 2026-01-01, but must lie from 2025-01-01");
        assertThat(run("due", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no model on");
    }

    /** The figures of docs/benchmarks/due.md with a margin for what later changes may move. */
    @Test
    @Tag("data")
    void groceryElog() throws IOException {
        JsonNode questions = measured("grocery-elog");
        check(questions.get(0), 7, 0.0076, 0.0272);
        check(questions.get(1), 14, 0.0126, 0.0406);
        check(questions.get(2), 28, 0.0215, 0.0578);
        check(questions.get(3), 90, 0.0320, 0.0666);
        for (JsonNode question : questions) {
            double brier = question.get("model").get("brier").asDouble();
            assertThat(brier)
                    .isLessThan(question.get("exponential").get("brier").asDouble());
            assertThat(brier).isLessThan(question.get("baseRate").get("brier").asDouble());
        }
    }

    /** The same; churn at 90 days runs into Christmas, which one year of data cannot foretell. */
    @Test
    @Tag("data")
    void onlineRetail() throws IOException {
        JsonNode questions = measured("online-retail");
        check(questions.get(0), 7, 0.0088, 0.0658);
        check(questions.get(1), 14, 0.0201, 0.1084);
        check(questions.get(2), 28, 0.0365, 0.1669);
        check(questions.get(3), 90, 0.0908, 0.2137);
        for (JsonNode question : questions) {
            assertThat(question.get("model").get("brier").asDouble())
                    .isLessThan(question.get("baseRate").get("brier").asDouble());
        }
    }

    private static void check(JsonNode question, int days, double calibrationError, double brier) {
        assertThat(question.get("days").asInt()).isEqualTo(days);
        assertThat(question.get("model").get("expectedCalibrationError").asDouble())
                .as("calibration error within %d days", days)
                .isLessThan(calibrationError + 0.004);
        assertThat(question.get("model").get("brier").asDouble()).isLessThan(brier + 0.001);
    }

    private JsonNode measured(String dataSet) throws IOException {
        Path json = folder.resolve("due.json");
        assertThat(run("due", "--data", PublicData.require(dataSet).toString(), "--json", json.toString()))
                .as(err.toString())
                .isZero();
        return new ObjectMapper().readTree(json.toFile()).get("questions");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
