package dev.comptoir.benchmarks;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the micro-benchmarks. */
@Command(name = "jmh", description = "Runs the micro-benchmarks whose name matches.")
final class JmhCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", defaultValue = ".*", description = "a regular expression; all by default")
    private String regex = ".*";

    @Option(names = "--iterations", description = "measured iterations of one second; ${DEFAULT-VALUE} by default")
    private int iterations = 5;

    @Option(names = "--forks", description = "fresh JVMs; ${DEFAULT-VALUE} by default")
    private int forks = 1;

    @Option(names = "--vector", description = "with the Vector API, which the plain kernel does without")
    private boolean vector;

    @Override
    public Integer call() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(regex)
                .forks(forks)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(1));
        if (vector) {
            options.jvmArgsAppend("--add-modules", "jdk.incubator.vector");
        }
        return new Runner(options.build()).run().isEmpty() ? 1 : 0;
    }
}
