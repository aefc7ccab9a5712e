package dev.comptoir.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists every benchmark there is. */
@Command(name = "list", description = "Lists the commands, and the micro-benchmarks that jmh runs.")
final class ListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = spec.commandLine().getParent();
        root.getSubcommands()
                .forEach((name, command) -> System.out.printf(
                        "%-10s %s%n",
                        name,
                        String.join(" ", command.getCommandSpec().usageMessage().description())));
        System.out.println();
        for (BenchmarkListEntry entry : BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())) {
            System.out.println("jmh        " + entry.getUsername());
        }
        return 0;
    }
}
