package dev.comptoir.benchmarks;

import dev.comptoir.benchmarks.student.TrainStudentCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmarks' command line: {@code java -jar benchmarks/target/benchmarks.jar list}. */
@Command(
        name = "benchmarks",
        description = "Measures Comptoir. Figures go with machine, data, seed and commit: docs/benchmarks/README.md.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CertifyCommand.class,
            ListCommand.class,
            EmbedCommand.class,
            GrowthCommand.class,
            IalsCommand.class,
            IntentsCommand.class,
            JmhCommand.class,
            KernelsCommand.class,
            OosCommand.class,
            ProfilesCommand.class,
            RecommendCommand.class,
            RetrievalCommand.class,
            SegmentsCommand.class,
            SimilarityCommand.class,
            StoreCommand.class,
            TrainStudentCommand.class,
            DueCommand.class,
            ValueCommand.class
        })
public final class Benchmarks implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with all commands; a failure is said in one line, and the exit code is 1. */
    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks()).setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            err.flush();
            return 1;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which benchmark? Maybe begin with: list");
    }
}
