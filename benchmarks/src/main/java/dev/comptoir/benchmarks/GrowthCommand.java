package dev.comptoir.benchmarks;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.model.Algorithm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how the cost of every model grows with users, items and interactions. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description =
                "Measures how the models' cost grows with users, items and interactions: docs/benchmarks/growth.md.")
final class GrowthCommand implements Callable<Integer> {
    private static final GrowthSize BASE = new GrowthSize(8000, 2500, 250_000);
    private static final GrowthSize QUICK = new GrowthSize(200, 100, 2000);
    /** The sizes that aims are set for. */
    private static final List<GrowthSize> SERVING =
            List.of(new GrowthSize(6000, 3500, 500_000), new GrowthSize(20_000, 20_000, 1_000_000));

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--quick", description = "Only whether it works: tiny sizes, whose figures say nothing.")
    private boolean quick;

    @Option(names = "--seed", defaultValue = "1", description = "Of the made-up data (default: 1).")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Option(names = "--svg", paramLabel = "DIR", description = "Writes a picture for each quantity into this folder.")
    private @Nullable Path svg;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        GrowthRun run = new GrowthRun(seed, quick ? .002 : .25);
        Map<String, Algorithm> models = RecommendModels.named(GrowthRun.models(), Map.of());
        GrowthSize base = quick ? QUICK : BASE;
        warmUp(run, models, base);
        GrowthTable table = new GrowthTable(out);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "growth");
        fields.put("seed", seed);
        Map<GrowthSize.Quantity, List<GrowthFigure>> grown = new EnumMap<>(GrowthSize.Quantity.class);
        for (GrowthSize.Quantity quantity : GrowthSize.Quantity.values()) {
            List<GrowthFigure> figures = measure(run, models, sizes(base, quantity));
            table.grown(quantity, figures);
            grown.put(quantity, figures);
            fields.put(quantity.title(), figures);
            fields.put(quantity.title() + "Exponents", GrowthTable.exponents(quantity, figures));
        }
        List<GrowthFigure> serving = measure(run, models, quick ? List.of(QUICK) : SERVING);
        table.serving(serving);
        fields.put("serving", serving);
        fields.put("cores", Runtime.getRuntime().availableProcessors());
        fields.put("javaVersion", Runtime.version().toString());
        fields.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        if (json != null) {
            JsonFile.write(json, fields);
        }
        if (svg != null) {
            draw(svg, base, grown);
        }
        out.flush();
        return 0;
    }

    private List<GrowthSize> sizes(GrowthSize base, GrowthSize.Quantity quantity) {
        int first = quantity == GrowthSize.Quantity.ITEMS ? base.items() / 2 : base.of(quantity) / 4;
        List<GrowthSize> sizes = new ArrayList<>();
        for (int step = 0; step < (quick ? 2 : 5); step++) {
            sizes.add(base.with(quantity, first << step));
        }
        return sizes;
    }

    /** So that the first size does not pay for compiling. */
    private static void warmUp(GrowthRun run, Map<String, Algorithm> models, GrowthSize base) {
        GrowthSize small = new GrowthSize(base.users() / 4, base.items() / 2, base.interactions() / 4);
        Dataset data = run.data(small);
        models.forEach((name, model) -> run.measure(name, model, small, data));
    }

    private List<GrowthFigure> measure(GrowthRun run, Map<String, Algorithm> models, List<GrowthSize> sizes) {
        List<GrowthFigure> figures = new ArrayList<>();
        for (GrowthSize size : sizes) {
            Dataset data = run.data(size);
            models.forEach((name, model) -> {
                if (GrowthRun.fits(name, size)) {
                    figures.add(run.measure(name, model, size, data));
                }
            });
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "... %d users, %d items, %d interactions%n",
                            size.users(),
                            size.items(),
                            size.interactions());
        }
        return figures;
    }

    private void draw(Path folder, GrowthSize base, Map<GrowthSize.Quantity, List<GrowthFigure>> grown) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<GrowthSize.Quantity, List<GrowthFigure>> entry : grown.entrySet()) {
                Path file = folder.resolve("growth-" + entry.getKey().title() + ".svg");
                Files.writeString(file, GrowthPlot.of(entry.getKey(), base, entry.getValue(), GrowthRun.models()));
                spec.commandLine().getOut().println("written to " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The pictures cannot be written: " + e.getMessage(), e);
        }
    }
}
