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
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
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

    /** Thirty users who come every other day for a staple and an item of their own kind. */
    private static String shop(String header, BiFunction<Integer, Integer, String> line) {
        StringBuilder lines = new StringBuilder(header);
        for (int visit = 0; visit < 20; visit++) {
            for (int user = 0; user < 30; user++) {
                lines.append(line.apply(user, visit));
            }
        }
        return lines.toString();
    }

    private JsonNode figures(String... arguments) throws IOException {
        Path json = folder.resolve("out.json");
        String[] all = Arrays.copyOf(arguments, arguments.length + 4);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.toString();
        all[arguments.length + 2] = "--json";
        all[arguments.length + 3] = json.toString();
        assertThat(run(all)).as(err.toString()).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }

    @Test
    void timesAreSplitInTimeAndBaselinesAreThere() throws IOException {
        write("interactions.csv", shop("user,item,timestamp,value,basket\n", (user, visit) -> {
            long at = 1_700_000_000L + 172_800L * visit + user;
            return "u" + user + ",bread," + at + ",,\nu" + user + ",kind" + user % 3 + "," + at + ",,\n";
        }));
        write("items.csv", "item,title,category\nbread,Bread,a\nkind0,Zero,b\n");

        JsonNode fields = figures("--model", "ease,up-cf", "--k", "1,2");

        assertThat(fields.get("protocol").asText()).isEqualTo("timesplit");
        assertThat(fields.get("models")).hasSize(5);
        assertThat(fields.get("windows")).hasSize(5);
        assertThat(fields.get("report").get("metrics").get(0).get("name").asText())
                .isEqualTo("Recall@1");
        assertThat(fields.get("models").get(1).get("model").asText()).isEqualTo("up-cf");
        assertThat(fields.get("models").get(1).get("metrics").get(1).get("mean").asDouble())
                .isEqualTo(1);
        assertThat(fields.get("comparisons")).hasSize(8);
        assertThat(out.toString()).contains("personal-top (baseline)", "p (Holm)");
    }

    @Test
    void basketsWithoutTimesAskForTheLast() throws IOException {
        packed(
                "baskets.csv.gz",
                shop(
                        "user,basket,item\n",
                        (user, visit) ->
                                user + "," + visit + ",bread\n" + user + "," + visit + ",k" + user % 3 + "\n"));

        JsonNode fields = figures("--model", "up-cf", "--param", "recentBaskets=3", "--param", "exponent=1.5");

        assertThat(fields.get("protocol").asText()).isEqualTo("nextbasket");
        assertThat(fields.get("report").get("testUsers").asInt()).isEqualTo(24);
        assertThat(fields.get("report").get("parameters").get("exponent").asDouble())
                .isEqualTo(1.5);
        assertThat(fields.get("windows").get(0).get("questions").asInt()).isEqualTo(6);
    }

    @Test
    void aTillWithoutCustomersIsAskedReceiptByReceipt() throws IOException {
        packed(
                "sales.csv.gz",
                shop(
                        "receipt,date,time,item\n",
                        (user, visit) -> (visit * 30 + user) + ",2026-01-"
                                + String.format(Locale.ROOT, "%02d,%02d:00:07", visit + 1, user % 24) + ",bread\n"
                                + (visit * 30 + user) + ",2026-01-"
                                + String.format(Locale.ROOT, "%02d,%02d:00:07", visit + 1, user % 24) + ",k" + user % 3
                                + "\n"));

        for (String protocol : new String[] {"session", "timesplit"}) {
            JsonNode fields = figures("--protocol", protocol, "--model", "transition");
            assertThat(fields.get("protocol").asText()).isEqualTo("session");
            assertThat(fields.get("report").get("questions").asInt()).isEqualTo(60);
        }
        assertThat(run("--data", folder.toString(), "--protocol", "nextbasket")).isEqualTo(1);
        assertThat(err.toString()).contains("No line names a user");
    }

    @Test
    void aRawExportOfATillLosesCancellationsAndFees() throws IOException {
        String header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
        String lines = shop(header, (user, visit) -> {
            String rest = "," + String.format(Locale.ROOT, "2026-01-%02d 9:%02d:00", visit + 1, user) + ",2.5,"
                    + (user == 0 ? "" : 12000 + user + ".0") + ",UK\n";
            String invoice = String.valueOf(visit * 30 + user);
            return invoice + ",85123a,WHITE HEART,6" + rest + invoice + ",7105" + user % 3 + ",LANTERN,6" + rest
                    + invoice + ",POST,POSTAGE,1" + rest + "C" + invoice + ",22222,LAMP,-1" + rest;
        });
        packed("online_retail.csv.gz", lines);

        JsonNode fields = figures("--model", "repeat");

        assertThat(fields.get("report").get("items").asInt()).isEqualTo(4);
        assertThat(fields.get("report").get("trainUsers").asInt()).isEqualTo(29);
        assertThat(fields.get("windows").get(4).get("receiptsWithoutUser").asInt())
                .isPositive();
    }

    @Test
    void sessionsInTwoFilesAreAskedEventByEvent() throws IOException {
        packed(
                "train.csv.gz",
                shop("session,item,timestamp\n", (user, visit) -> session(1_400_000_000.5, user, visit)));
        packed("test.csv.gz", shop("session,item,timestamp\n", (user, visit) -> session(1_500_000_000.5, user, visit)));

        JsonNode fields = figures("--model", "transition");

        assertThat(fields.get("protocol").asText()).isEqualTo("session");
        assertThat(fields.get("report").get("metrics").get(0).get("name").asText())
                .isEqualTo("HR@10");
        assertThat(fields.get("report").get("questions").asInt()).isEqualTo(600);
        assertThat(fields.get("windows").get(1).get("cut").asText()).startsWith("2017-07-14");
    }

    private static String session(double from, int user, int visit) {
        int session = visit * 30 + user;
        return session + ",a" + user % 3 + "," + (from + 100 * session) + "\n" + session + ",b" + user % 3 + ","
                + (from + 100 * session + 9) + "\n";
    }

    @Test
    void modelsAndParametersThatDoNotExistAreNamed() throws IOException {
        write("interactions.csv", "user,item\n1,a\n");
        String data = folder.toString();

        assertThat(run("--data", data, "--model", "oracle")).isEqualTo(2);
        assertThat(err.toString()).contains("there are auto, popularity", "up-cf");
        assertThat(run("--data", data, "--model", "ease", "--param", "neighbors=3"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--param is neighbors").contains("regularization");
        assertThat(run("--data", data, "--protocol", "random")).isEqualTo(2);
        assertThat(err.toString()).contains("timesplit, strong, nextbasket, nextitem, session, ml100k-sg");
        assertThat(run("--data", data, "--k", "0")).isEqualTo(2);
        assertThat(run("--data", data, "--horizon-days", "-1")).isEqualTo(2);
        assertThat(run("--data", data, "--test-windows", "0")).isEqualTo(2);
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
