package dev.comptoir.benchmarks;

import dev.comptoir.value.PurchaseModel.Kind;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fits the models of customer value to one part of a record and judges them by the rest. */
@Command(
        name = "value",
        mixinStandardHelpOptions = true,
        description = "Measures the models of customer value on a split in time: docs/benchmarks/value.md.")
final class ValueCommand implements Callable<Integer> {
    private static final int MAX_DAYS = 36_500;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder with transactions*.csv[.gz]: customer, date, quantity, amount (the last two can be empty).")
    private Path data = Path.of("");

    @Option(
            names = "--file",
            paramLabel = "NAME",
            description = "Which of several such files (default: the first by name).")
    private @Nullable String file;

    @Option(
            names = "--calibration-end",
            paramLabel = "DATE",
            description = "The last day that is fitted to (default: the middle of the record).")
    private @Nullable String calibrationEnd;

    @Option(
            names = "--horizon-days",
            paramLabel = "N",
            description = "How many days after it judge (default: all that there are).")
    private @Nullable Integer horizonDays;

    @Option(
            names = "--model",
            split = ",",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "auto (all, and which one the library takes; default), or names with commas between.")
    private String[] models = {"auto"};

    @Option(
            names = "--prior-weight",
            defaultValue = "0",
            paramLabel = "W",
            description = "Of the models in the tables: 0 is plain maximum likelihood as in the papers (default),"
                    + " 1 the library's own.")
    private double priorWeight;

    @Option(names = "--seed", defaultValue = "0", description = "Of the draws that intervals are made of (default: 0).")
    private long seed;

    @Option(
            names = "--scored",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "How many customers the speed of scoring is measured on (default: 1000000).")
    private int scored;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        Set<Kind> kinds = kinds();
        if (scored < 1 || scored > 20_000_000) {
            throw wrong("--scored is " + scored + ", but must be 1 to 20000000.");
        }
        if (!(priorWeight >= 0 && priorWeight <= 1000)) {
            throw wrong("--prior-weight is " + priorWeight + ", but must be 0 to 1000.");
        }
        LocalDate named = calibrationEnd == null ? null : DataFolder.day(calibrationEnd);
        if (calibrationEnd != null && named == null) {
            throw wrong("--calibration-end is " + calibrationEnd + ", but must be a date such as 1997-09-30.");
        }
        Transactions read =
                Transactions.read(data, file, LocalDate.now(Clock.systemUTC()).plusDays(1));
        LocalDate end = named == null ? middle(read) : named;
        if (end.isBefore(read.firstDay()) || !end.isBefore(read.lastDay())) {
            throw new IllegalArgumentException("--calibration-end is " + end + ", but must lie from " + read.firstDay()
                    + " to the day before " + read.lastDay() + ".");
        }
        int days = horizonDays == null ? (int) ChronoUnit.DAYS.between(end, read.lastDay()) : horizonDays;
        if (days < 1 || days > MAX_DAYS) {
            throw wrong("--horizon-days is " + days + ", but must be 1 to " + MAX_DAYS + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        ValuePrinter printer = new ValuePrinter(out);
        ValueProtocol protocol = new ValueProtocol(read, end, days);
        printer.data(read, end, days, protocol.holdout());
        ValueProtocol.Figures figures = protocol.run(kinds, priorWeight, scored, seed);
        printer.figures(figures);
        if (json != null) {
            JsonFile.write(json, ValueReport.fields(read, end, days, priorWeight, seed, protocol.holdout(), figures));
            out.println("written to " + json);
        }
        out.flush();
        return 0;
    }

    private static LocalDate middle(Transactions read) {
        long span = ChronoUnit.DAYS.between(read.firstDay(), read.lastDay());
        if (span == 0) {
            throw new IllegalArgumentException(
                    "All purchases are of " + read.firstDay() + "; a later day is needed to judge by.");
        }
        return read.firstDay().plusDays(span / 2);
    }

    private Set<Kind> kinds() {
        if (models.length == 1 && models[0].strip().equalsIgnoreCase("auto")) {
            return EnumSet.allOf(Kind.class);
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String name : models) {
            kinds.add(Arrays.stream(Kind.values())
                    .filter(kind -> letters(kind.title()).equals(letters(name)))
                    .findFirst()
                    .orElseThrow(() -> wrong("--model has " + name + "; there are auto, "
                            + Arrays.stream(Kind.values()).map(Kind::title).collect(Collectors.joining(", ")) + ".")));
        }
        return kinds;
    }

    /** BG/NBD, bg-nbd and BG_NBD are the same name. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
