package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.tokenize.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform without ONNX Runtime's native library: a clear error, again and again, and the rest works. */
class MissingLibraryTest {
    @TempDir
    Path folder;

    @Test
    void saysWhichPlatformsThereAreWhenTheLibraryIsBroken() throws Exception {
        for (String library : new String[] {
            "libonnxruntime.so",
            "libonnxruntime4j_jni.so",
            "onnxruntime.dll",
            "onnxruntime4j_jni.dll",
            "libonnxruntime.dylib",
            "libonnxruntime4j_jni.dylib"
        }) {
            Files.write(folder.resolve(library), "no library".getBytes(StandardCharsets.UTF_8));
        }
        assertRefused("-Donnxruntime.native.path=" + folder);
    }

    @Test
    void saysWhichPlatformsThereAreOnAnother() throws Exception {
        assertRefused("-Dos.arch=riscv64");
    }

    private static void assertRefused(String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output)
                .contains("first MODEL_UNSUPPORTED [model.unsupported] ONNX Runtime's native library does not load on")
                .contains("second MODEL_UNSUPPORTED [model.unsupported] ONNX Runtime's native library does not load on")
                .contains("Linux (x64, arm64, glibc), macOS arm64 and Windows x64")
                .contains("tokens 3");
    }

    /** Runs in the JVM without the library. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            System.out.println("first " + refusal());
            System.out.println("second " + refusal());
            Tokenizer tokenizer = Tokenizer.read(TinyTokenizer.bytes(), "The test's file");
            System.out.println("tokens " + tokenizer.encode("pain", 9).size());
        }

        private static String refusal() {
            try {
                OnnxEmbedder.miniLm().close();
                return "opened";
            } catch (ModelException e) {
                return (e.code() == ErrorCode.MODEL_UNSUPPORTED ? "MODEL_UNSUPPORTED " : e.code() + " ")
                        + e.getMessage();
            }
        }
    }
}
