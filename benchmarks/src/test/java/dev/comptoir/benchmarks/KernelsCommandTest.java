package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import picocli.CommandLine;

class KernelsCommandTest {
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void everyKernelIsMeasuredBesideOpenBlas() {
        StringWriter out = new StringWriter();
        CommandLine commands = Benchmarks.commandLine().setOut(new PrintWriter(out));

        int exit = commands.execute("kernels", "--sizes", "65", "--rounds", "1");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("inverse 65", "gram 1000 x 64", "scores 128 x 20000", "triad");
    }
}
