package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbedCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @EnabledOnOs(OS.LINUX)
    void measuresTextsOfAFileBesideTheRuntimeAlone(@TempDir Path folder) throws IOException {
        Path texts = Files.write(folder.resolve("texts.txt"), List.of("open on Monday?", "", "ouvert lundi ?", "ok"));
        Path json = folder.resolve("embed.json");

        assertThat(run("--texts", texts.toString(), "--rounds", "1", "--json", json.toString()))
                .as(err.toString())
                .isZero();

        JsonNode written = new ObjectMapper().readTree(json.toFile());
        JsonNode figures = written.get("figures");
        assertThat(written.get("generated").booleanValue()).isFalse();
        assertThat(figures.get("texts").intValue()).isEqualTo(3);
        for (String name : List.of(
                "firstVectorMillis",
                "residentMegabytes",
                "textsPerSecond1Caller",
                "textsPerSecond1CallerRatio",
                "textsPerSecond8CallersRaw",
                "textsPerSecondBulk",
                "p99Millis8Callers",
                "tokenizeMicros")) {
            assertThat(figures.get(name).doubleValue()).as(name).isPositive();
        }
    }

    @Test
    void generatesTheSameTextsAgain() {
        assertThat(ShopTexts.of(100, 7)).isEqualTo(ShopTexts.of(100, 7)).isNotEqualTo(ShopTexts.of(100, 8));
        assertThat(ShopTexts.of(100, 7))
                .allSatisfy(text -> assertThat(text.split(" ", -1).length).isBetween(6, 25));
    }

    @Test
    void saysWhatIsMissing(@TempDir Path folder) {
        assertThat(run("--rounds", "0")).isEqualTo(2);
        assertThat(run("--texts", folder.resolve("none.txt").toString())).isEqualTo(1);
        assertThat(run("--model", folder.toString(), "--count", "2", "--rounds", "1"))
                .isEqualTo(1);
        assertThat(run("--count", "2", "--rounds", "1", "--beside-langchain4j", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--rounds 1 to 1000", "the start failed", "compile the project first");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "embed";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Benchmarks.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }
}
