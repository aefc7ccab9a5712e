package dev.comptoir.examples.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser of the machine, without a window. */
final class Browser {
    static final String ABSENT =
            "no chromium, chromium-browser or google-chrome on the PATH, and none named by -Dcomptoir.browser";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Path program;

    private Browser(Path program) {
        this.program = program;
    }

    /**
     * What the browser made of a page.
     *
     * @param dom the page as it was understood, its scripts run
     * @param screenshot a picture of it
     * @param log what the browser said, scripts' errors and refused contents among it
     * @param requests the addresses on a network that the page asked for
     */
    record Look(String dom, Path screenshot, String log, List<String> requests) {}

    /** The one that the system property {@code comptoir.browser} names, or the first one on the path. */
    static Optional<Browser> find() {
        String named = System.getProperty("comptoir.browser", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable).map(Browser::new);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /** The page as the browser understood it, its scripts run. */
    String dump(Path page, Path scratch) throws IOException, InterruptedException {
        run(page, scratch, List.of("--dump-dom"));
        return Files.readString(scratch.resolve("dom.html"), StandardCharsets.UTF_8);
    }

    /** The page in a window of this size. */
    Look look(Path page, Path scratch, int width, int height) throws IOException, InterruptedException {
        Path picture = scratch.resolve("page.png");
        Path net = scratch.resolve("net.json");
        run(
                page,
                scratch,
                List.of(
                        "--dump-dom",
                        "--screenshot=" + picture,
                        "--window-size=" + width + "," + height,
                        "--hide-scrollbars",
                        "--enable-logging=stderr",
                        "--log-net-log=" + net));
        return new Look(
                Files.readString(scratch.resolve("dom.html"), StandardCharsets.UTF_8),
                picture,
                Files.readString(scratch.resolve("log.txt"), StandardCharsets.UTF_8),
                requests(Files.readString(net, StandardCharsets.UTF_8)));
    }

    private void run(Path page, Path scratch, List<String> wanted) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // Whatever is asked for, by the page or by the browser itself, nothing is found.
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + scratch.resolve("browser")));
        command.addAll(wanted);
        command.add(page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(scratch.resolve("dom.html").toFile())
                .redirectError(scratch.resolve("log.txt").toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException("The browser did not end within 120 s.");
        }
    }

    /** Those that a page began: the browser itself also asks for updates and the time, and then names no origin. */
    private static List<String> requests(String net) {
        return Stream.of(net.split("\"initiator\":\""))
                .skip(1)
                .filter(rest -> !rest.startsWith("not an origin\""))
                .map(rest -> rest.substring(rest.indexOf("\"url\":\"") + 7))
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .filter(url -> url.startsWith("http") || url.startsWith("ws"))
                .toList();
    }
}
