package dev.comptoir.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Comptoir;
import dev.comptoir.ingest.ImportReport;
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
    void theCodeIsThatOfTheExamples() throws IOException {
        assertThat(blocks("java")).containsExactly(marked("FirstScreen"), marked("OwnData"));
    }

    @Test
    void theImportReadsAFrenchTill(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("ventes.csv"),
                "Ticket;Date;Heure;Carte;Article;Libellé;Quantité;Prix\n"
                        + "1;02/03/2026;08:15;carte-7;croissant;Croissant au beurre;2;1,30\n");
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            ImportReport report = OwnData.load(file, comptoir.business("boulangerie"));

            assertThat(report.appended()).hasToString("1 stored, 0 already there, 0 rejected");
            assertThat(report.newProducts()).isEqualTo(1);
        }
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

    /** What stands between the marks of an example, as it would stand at the margin. */
    private static String marked(String example) throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/comptoir/examples", example + ".java"));
        String begin = "// README: begin\n";
        return source.substring(source.indexOf(begin) + begin.length(), source.indexOf("        // README: end"))
                .stripTrailing()
                .stripIndent();
    }

    private static String block(String language) throws IOException {
        return blocks(language).get(0);
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(readme())
                .results()
                .map(block -> block.group(1).stripTrailing())
                .toList();
        assertThat(blocks).as("blocks of " + language).isNotEmpty();
        return blocks;
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
