package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.evaluate.statistics.Interval;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One selection, from questions to report. Not thread-safe; used once. */
final class SelectionRun {
    /** Below so many customers or sessions a bootstrap interval is too narrow to be believed. */
    static final int FEWEST_UNITS = 30;

    private static final long MOST_POOL_BYTES = 256L << 20;
    private static final int STEPS_BESIDE_MODELS = 3;
    private static final int STEPS_PER_MODEL = 3;
    /** Settings of a method are not searched where its defaults come to less than this share of the best. */
    private static final double HOPEFUL = 0.5;

    private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);

    private final Surface surface;
    private final Portfolio portfolio;
    private final Limits limits;
    private final Choice incumbent;
    private final int evaluations;
    private final long seed;
    private final SelectionProgress progress;
    private final Tiles tiles;
    private final Objective objective;
    private final Questions questions;
    private final Asking asking;
    private final List<Portfolio.Offer> offers;
    private final long begun = System.nanoTime();
    private int step;
    private int asked;

    SelectionRun(
            Surface surface,
            Portfolio portfolio,
            Limits limits,
            @Nullable Choice incumbent,
            int evaluations,
            int mostQuestions,
            long seed,
            SelectionProgress progress,
            Task task,
            List<Window> validation,
            Tiles tiles) {
        this.surface = surface;
        this.portfolio = portfolio;
        this.limits = limits;
        this.evaluations = evaluations;
        this.seed = seed;
        this.progress = progress;
        this.tiles = tiles;
        Dataset newest = validation.get(validation.size() - 1).train();
        this.incumbent = incumbent != null ? incumbent : portfolio.usual(surface, newest, limits);
        this.objective = Objective.of(task);
        this.questions = Questions.of(surface, validation, mostQuestions, seed);
        this.asking = new Asking(questions, objective, tiles);
        this.offers = portfolio.offers(surface, newest, limits);
    }

    /** A method at its best settings, and how it answered. */
    private record Single(
            Portfolio.Offer offer, SortedMap<String, Double> settings, Algorithm algorithm, Answers answers) {}

    SelectionReport report() {
        if (questions.units() < FEWEST_UNITS) {
            return report(incumbent, Verdict.TOO_LITTLE_DATA, List.of(), UNKNOWN, Double.NaN);
        }
        List<Single> singles = singles();
        next("incumbent");
        Answers serving = asking.ask(portfolio.blend(incumbent), questions.all(), 0);
        asked++;
        next("scores of all models side by side");
        Pool pool = Pool.of(
                questions,
                objective,
                asking,
                singles.stream().map(Single::algorithm).toList(),
                singles.stream().map(Single::answers).toList(),
                tiles);
        asked += singles.size();
        next("weights");
        WeightFit.Fitted fitted = new WeightFit(pool, seed).fit(serving(singles));
        Weights weights = fitted.weights();
        double[] found =
                weights.size() == 1 ? singles.get(weights.model(0)).answers().value() : fitted.heldOut();
        Interval gain = gain(found, serving.value());
        Choice blend = choice(weights, singles);
        boolean better = gain.lower() > 0 && !blend.equals(incumbent);
        double detectable = 2.8 * gain.standardError();
        Verdict verdict = better
                ? Verdict.CHANGED
                : gain.mean() > 0 && gain.mean() < detectable ? Verdict.UNDECIDED : Verdict.KEPT;
        double[] chosen = better ? found : serving.value();
        List<Measured> table = new ArrayList<>();
        for (Single single : singles) {
            table.add(measured(
                    single.offer().family().name(),
                    single.offer().baseline() ? Measured.Role.BASELINE : Measured.Role.SINGLE,
                    single.settings(),
                    single.answers().value(),
                    chosen,
                    single.answers().seconds()));
        }
        table.add(measured(
                "incumbent",
                Measured.Role.INCUMBENT,
                portfolio.blend(incumbent).parameters(),
                serving.value(),
                chosen,
                serving.seconds()));
        double cost = IntStream.range(0, weights.size())
                .mapToDouble(j -> singles.get(weights.model(j)).answers().seconds())
                .sum();
        table.add(measured("blend", Measured.Role.BLEND, portfolio.blend(blend).parameters(), found, chosen, cost));
        table.sort(Comparator.comparingDouble(line -> -line.value().mean()));
        return report(better ? blend : incumbent, verdict, table, gain, detectable);
    }

    private List<Single> singles() {
        List<Portfolio.Offer> open =
                offers.stream().filter(offer -> offer.hindrance() == null).toList();
        if (open.isEmpty()) {
            throw new IllegalArgumentException("All methods of " + surface + " are left out: "
                    + leftOut().stream()
                            .map(out -> out.name() + ": " + out.why(Locale.ENGLISH))
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        Tuner tuner = new Tuner(asking, questions, evaluations);
        double[] usual = new double[open.size()];
        for (int k = 0; k < open.size(); k++) {
            next("defaults of " + open.get(k).family().name());
            usual[k] = tuner.usual(open.get(k).family());
        }
        double worthSearching = HOPEFUL * Arrays.stream(usual).max().orElse(0);
        List<SortedMap<String, Double>> settings = new ArrayList<>();
        for (int k = 0; k < open.size(); k++) {
            Family family = open.get(k).family();
            next("settings of " + family.name());
            int hopeful = (int) IntStream.range(k, open.size())
                    .filter(other -> usual[other] >= worthSearching)
                    .count();
            settings.add(
                    usual[k] >= worthSearching
                            ? tuner.tuned(family, tuner.left() / Math.max(1, hopeful))
                            : family.defaults());
        }
        asked += evaluations - tuner.left();
        int keep = Pool.listLength(
                objective, questions.size(), open.size(), Math.min(MOST_POOL_BYTES, limits.bytes() / 2));
        List<Single> singles = new ArrayList<>();
        for (int k = 0; k < open.size(); k++) {
            Family family = open.get(k).family();
            next("answers of " + family.name());
            Algorithm algorithm = family.make(settings.get(k));
            singles.add(
                    new Single(open.get(k), settings.get(k), algorithm, asking.ask(algorithm, questions.all(), keep)));
            asked++;
        }
        return singles;
    }

    /** The incumbent's components at the settings found here; null where not all of them were asked. */
    private @Nullable Weights serving(List<Single> singles) {
        Weights weights = Weights.none();
        for (Choice.Part part : incumbent.parts()) {
            int model = 0;
            while (model < singles.size()
                    && !singles.get(model).offer().family().name().equals(part.name())) {
                model++;
            }
            if (model == singles.size() || weights.uses(model)) {
                return null;
            }
            weights = weights.with(model, part.scale(), part.weight());
        }
        return weights;
    }

    private void next(String what) {
        int models =
                (int) offers.stream().filter(offer -> offer.hindrance() == null).count();
        progress.at(++step, STEPS_PER_MODEL * models + STEPS_BESIDE_MODELS, what);
    }

    private Choice choice(Weights weights, List<Single> singles) {
        List<Choice.Part> parts = new ArrayList<>();
        for (int j = 0; j < weights.size(); j++) {
            Single single = singles.get(weights.model(j));
            parts.add(new Choice.Part(
                    single.offer().family().name(), single.settings(), weights.weight(j), weights.scale(j)));
        }
        return new Choice(surface, parts);
    }

    private Interval gain(double[] over, double[] under) {
        double[] difference = new double[questions.size()];
        for (int q = 0; q < difference.length; q++) {
            difference[q] = over[q] - under[q];
        }
        return questions.intervalOverWindows(difference, questions.judges(), seed, tiles);
    }

    private Measured measured(
            String name,
            Measured.Role role,
            SortedMap<String, Double> settings,
            double[] value,
            double[] chosen,
            double seconds) {
        List<Double> byWindow = new ArrayList<>();
        for (int w = 0; w < questions.windows(); w++) {
            int window = w;
            byWindow.add(IntStream.of(questions.judges())
                    .filter(q -> questions.get(q).window() == window)
                    .mapToDouble(q -> value[q])
                    .average()
                    .orElse(Double.NaN));
        }
        return new Measured(
                name,
                role,
                settings,
                questions.intervalOverWindows(value, questions.judges(), seed, tiles),
                gain(chosen, value),
                byWindow,
                seconds);
    }

    private List<LeftOut> leftOut() {
        return offers.stream()
                .flatMap(offer -> Stream.ofNullable(offer.hindrance()))
                .toList();
    }

    private SelectionReport report(
            Choice choice, Verdict verdict, List<Measured> table, Interval gain, double detectable) {
        return new SelectionReport(
                choice,
                verdict,
                objective.name(),
                table,
                gain,
                leftOut(),
                detectable,
                IntStream.range(0, questions.windows())
                        .mapToObj(questions::windowName)
                        .toList(),
                questions.size(),
                questions.units(),
                questions.judgeUnits(),
                questions.dropped(),
                asked,
                seed,
                (System.nanoTime() - begun) / 1e9);
    }
}
