package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IalsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void findsTheTastesOfASyntheticSet() throws IOException {
        Path file = synthetic(100, 40);
        Path json = folder.resolve("ials.json");
        for (String holdout : new String[] {"STRONG", "KNOWN"}) {
            assertThat(run(
                            "--synthetic",
                            file.toString(),
                            "--factors",
                            "4,8",
                            "--holdout",
                            holdout,
                            "--serve",
                            "--json",
                            json.toString()))
                    .as(err.toString())
                    .isZero();
            JsonNode results = new ObjectMapper().readTree(json.toFile()).get("results");
            assertThat(results).hasSize(2);
            // Two tastes of 20 items each, of which 12 or more are known: chance would find a third as much.
            assertThat(results.get(0).get("ndcg100").doubleValue()).isGreaterThan(0.5);
            assertThat(results.get(1).get("everybodyPerSecond").doubleValue()).isPositive();
        }
        assertThat(out.toString()).contains("epochSecondsFastest", "peakHeapMegabytes", "top10MicrosP99");
    }

    @Test
    void readsAFolder() throws IOException {
        StringBuilder csv = new StringBuilder("user,item,value\n");
        for (int user = 0; user < 20; user++) {
            for (int k = 0; k < 6; k++) {
                csv.append(user)
                        .append(",i")
                        .append((user + k) % 9)
                        .append(",")
                        .append(k % 5)
                        .append("\n");
            }
        }
        Files.writeString(folder.resolve("interactions.csv"), csv);

        assertThat(run("--data", folder.toString(), "--factors", "4", "--holdout", "STRONG"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("20 users, 9 items", "ndcg100");
        assertThat(run("--data", folder.toString(), "--min-value", "4")).isEqualTo(1);
        assertThat(err.toString()).contains("no user with 5 items");
    }

    @Test
    void wrongInputIsNamed() throws IOException {
        Path cut = folder.resolve("cut.bin");
        Files.write(cut, new byte[30]);

        assertThat(run()).isEqualTo(2);
        assertThat(run("--synthetic", "x", "--data", "y")).isEqualTo(2);
        assertThat(run("--synthetic", cut.toString(), "--factors", "0")).isEqualTo(2);
        assertThat(run("--synthetic", cut.toString(), "--threads", "0")).isEqualTo(2);
        assertThat(run("--synthetic", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("One of --synthetic and --data", "factors is 0", "--threads is 0", "cannot be read")
                .contains("no interactions.csv");
    }

    /** Even users have items of the lower half, odd ones of the upper. */
    private Path synthetic(int users, int items) throws IOException {
        int each = items / 2 - 5;
        ByteBuffer bytes =
                ByteBuffer.allocate(16 + 8 * (users + 1) + 4 * users * each).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(users).putInt(items).putLong((long) users * each);
        for (int user = 0; user <= users; user++) {
            bytes.putLong((long) user * each);
        }
        for (int user = 0; user < users; user++) {
            int first = user / 10 % 2 * items / 2;
            int skip = user % (items / 2);
            for (int k = 0, put = 0; put < each; k++) {
                boolean skipped = (k - skip + items / 2) % (items / 2) < 5;
                if (!skipped) {
                    bytes.putInt(first + k);
                    put++;
                }
            }
        }
        Path file = folder.resolve("synthetic.bin");
        Files.write(file, bytes.array());
        return file;
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "ials";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Benchmarks.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }
}
