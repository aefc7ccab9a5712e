package dev.comptoir.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All other tests run on the class path; here an application with a module descriptor of its own uses the library. */
class ModulePathTest {
    private static final String MODULE = "module shop { requires dev.comptoir.recommend; }";
    private static final String MAIN = """
            package shop;

            import dev.comptoir.*;
            import dev.comptoir.consent.Purpose;
            import dev.comptoir.event.Purchase;
            import dev.comptoir.profile.ProfileValue;
            import dev.comptoir.recommend.Recommender;
            import java.nio.file.Path;
            import java.time.Instant;
            import java.util.Locale;

            public class Main {
                public static void main(String[] arguments) {
                    try (Comptoir comptoir = Comptoir.open(Path.of(arguments[0]))) {
                        Business shop = comptoir.business("shop");
                        CustomerId ana = CustomerId.of("ana");
                        shop.events().append(Purchase.by(ana).at(Instant.now())
                                .line(ProductId.of("pain"), 1, Money.eur("1.00")).build());
                        System.out.println(shop.profiles().get(ana).why(ProfileValue.SPEND).text(Locale.FRENCH));
                        System.out.println(shop.profiles().get(ana).why(ProfileValue.SPEND).text(Locale.ENGLISH));
                        System.out.println(shop.consents().status(ana, Purpose.NEWSLETTER).text(Locale.ENGLISH));
                        System.out.println(Recommender.of(shop).forCustomer(ana, 1).get(0).reason().text(Locale.ENGLISH));
                    }
                }
            }
            """;

    @Test
    void aModularApplicationUsesCoreAndRecommend(@TempDir Path folder) throws Exception {
        Path sources = Files.createDirectories(folder.resolve("src/shop"));
        Files.writeString(folder.resolve("src/module-info.java"), MODULE);
        Files.writeString(sources.resolve("Main.java"), MAIN);
        String modules = modules();
        Path classes = folder.resolve("classes");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        System.err,
                        System.err,
                        "-p",
                        modules,
                        "-d",
                        classes.toString(),
                        folder.resolve("src/module-info.java").toString(),
                        sources.resolve("Main.java").toString());
        assertThat(compiled).isZero();

        assertThat(run(
                        "-p",
                        modules + File.pathSeparator + classes,
                        "-m",
                        "shop/shop.Main",
                        folder.resolve("data").toString()))
                .contains(
                        "un achat pour 1,00\u00a0€, aucun retour",
                        "one purchase of 1.00\u00a0€, no return",
                        "the customer has not said anything about this, so the answer is no",
                        "bought in the last purchase, today");
    }

    /** What the two modules need, taken from the class path of the tests. */
    private static String modules() {
        List<String> needed = List.of(
                "sdk-core",
                "sdk-recommend",
                "jackson-",
                "caffeine",
                "fastcsv",
                "sqlite-jdbc",
                "jspecify",
                "slf4j-",
                "error_prone");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> needed.stream()
                        .anyMatch(name -> entry.replace('\\', '/').contains("/" + name)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Dstdout.encoding=UTF-8",
                                "-Dfile.encoding=UTF-8"),
                        Arrays.stream(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
