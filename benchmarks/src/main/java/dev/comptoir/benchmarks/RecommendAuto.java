package dev.comptoir.benchmarks;

import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.recommend.select.Measured;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.Selection;
import dev.comptoir.recommend.select.SelectionReport;
import dev.comptoir.recommend.select.Surface;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the library chooses by itself on the validation, and every single model at the settings it found there. */
final class RecommendAuto {
    private final Map<String, Algorithm> models = new LinkedHashMap<>();
    private final @Nullable SelectionReport report;

    private RecommendAuto(@Nullable SelectionReport report) {
        this.report = report;
    }

    /** Chooses on the validation windows; where there are none it is what the surface begins with. */
    static RecommendAuto choose(Split split, int evaluations, long seed, Tiles tiles, Consumer<String> progress) {
        Portfolio portfolio = RecommendModels.portfolio();
        Surface surface = surface(split);
        List<Window> validation = split.validation();
        if (validation.isEmpty()) {
            if (split.test().isEmpty()) {
                throw new IllegalArgumentException("There are 0 questions to ask in the test.");
            }
            progress.accept("auto: no validation to choose by, so it is what a surface begins with");
            RecommendAuto usual = new RecommendAuto(null);
            Choice choice = portfolio.usual(surface, split.test().get(0).train(), Limits.usual());
            usual.models.put("auto", portfolio.blend(choice));
            return usual;
        }
        SelectionReport report = Selection.of(surface, portfolio)
                .evaluations(evaluations)
                .seed(seed)
                .progress((step, of, what) -> progress.accept("auto " + step + "/" + of + ": " + what))
                .run(split.task(), validation, tiles);
        RecommendAuto auto = new RecommendAuto(report);
        auto.models.put("auto", portfolio.blend(report.choice()));
        for (Measured line : report.table()) {
            if (line.role() == Measured.Role.SINGLE) {
                auto.models.put(line.name(), portfolio.named(line.name(), line.parameters()));
            }
        }
        return auto;
    }

    private static Surface surface(Split split) {
        return split.task() == Task.NEXT_BASKET
                ? Surface.FOR_CUSTOMER
                : split.task() == Task.NEXT_ITEM ? Surface.SESSION : Surface.DISCOVER;
    }

    /** By name, what was chosen first. */
    Map<String, Algorithm> models() {
        return models;
    }

    /** How it was chosen; null where there was nothing to choose by. */
    @Nullable
    SelectionReport report() {
        return report;
    }
}
