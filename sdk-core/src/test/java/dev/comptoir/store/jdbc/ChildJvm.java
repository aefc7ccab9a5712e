package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process with the same class path. */
final class ChildJvm {
    private ChildJvm() {}

    static Process start(Class<?> main, Path temporary, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Kills a process so long after its first word, so that it is in the midst of its work; the whole lines that it said. */
    static List<String> killedAfter(Process child, int micros) throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (InputStream output = child.getInputStream()) {
            int first = output.read();
            assertThat(first).isNotEqualTo(-1);
            said.write(first);
            child.waitFor(micros, TimeUnit.MICROSECONDS);
            assertThat(child.isAlive()).isTrue();
            // By its handle: Process.destroyForcibly would close the output unread.
            child.toHandle().destroyForcibly();
            output.transferTo(said);
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String text = said.toString(StandardCharsets.UTF_8);
        // A line without an end was cut by the kill.
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
