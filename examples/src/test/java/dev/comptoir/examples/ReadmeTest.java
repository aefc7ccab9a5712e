package dev.comptoir.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's code is code of this module, word for word, and prints what the README says. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void theCodeIsThatOfTheFirstScreen() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/comptoir/examples/FirstScreen.java"));
        String body = source.substring(
                source.indexOf("// README: begin\n") + "// README: begin\n".length(),
                source.indexOf("        // README: end"));

        assertThat(block("java")).isEqualTo(body.stripTrailing().stripIndent());
    }

    @Test
    void itPrintsWhatTheReadmeSays(@TempDir Path folder) throws IOException {
        Path faq = Files.createDirectories(folder.resolve("faq"));
        Files.writeString(faq.resolve("horaires.md"), block("markdown"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        FirstScreen.run(folder.resolve("data"), faq, new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo(block("text"));
    }

    @Test
    void itStaysOnAFewScreens() throws IOException {
        assertThat(readme().lines().count()).isLessThan(150);
    }

    @Test
    void theCommandsAreThoseThatRun() throws IOException {
        String script = Files.readString(ROOT.resolve(".ci/run"));
        List<String> commands = Pattern.compile("(?m)^\\./mvnw .*$")
                .matcher(readme())
                .results()
                .map(found -> found.group().replaceAll("\\s+#.*", ""))
                .collect(Collectors.toList());

        assertThat(commands).containsExactly("./mvnw -Ptour -pl examples -am package", "./mvnw verify");
        assertThat(script).contains("\n./mvnw verify\n");
    }

    @Test
    void allLinksLeadSomewhere() throws IOException {
        Matcher links = Pattern.compile("\\]\\((?!http)([^)#]+)[^)]*\\)").matcher(readme());
        while (links.find()) {
            assertThat(ROOT.resolve(links.group(1))).exists();
        }
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme());
        assertThat(block.find()).as("a block of " + language).isTrue();
        return block.group(1).stripTrailing();
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
