package dev.comptoir.benchmarks;

import ai.onnxruntime.OrtException;
import dev.comptoir.onnx.OnnxEmbedder;
import dev.comptoir.onnx.tokenize.Tokenizer;
import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Embedding the same texts in turns: ours, ONNX Runtime alone, langchain4j's own. */
final class EmbedBenchmark {
    private static final int MANY_CALLERS = 8;

    private final EmbedModel model;
    private final List<String> texts;
    private final int rounds;
    private final @Nullable Langchain4jChild langchain4j;
    private final Figures figures;

    EmbedBenchmark(
            EmbedModel model, List<String> texts, int rounds, @Nullable Langchain4jChild langchain4j, Figures figures) {
        this.model = model;
        this.texts = texts;
        this.rounds = rounds;
        this.langchain4j = langchain4j;
        this.figures = figures;
    }

    void measure() throws OrtException {
        Tokenizer tokenizer = model.tokenizer();
        int cores = Runtime.getRuntime().availableProcessors();
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        try (OnnxEmbedder ours = model.open();
                RawOnnx raw = new RawOnnx(
                        model.model(),
                        texts.stream()
                                .map(text -> model.tokens(tokenizer, text))
                                .toList())) {
            figures.put(
                    "meanTokens",
                    texts.stream()
                            .mapToInt(text -> model.tokens(tokenizer, text).size())
                            .average()
                            .orElse(0));
            figures.progress("warming up");
            for (int i = 0; i < 2; i++) {
                Callers.run(cores, texts.size(), text -> ours.embed(texts.get(text)));
                Callers.run(cores, texts.size(), raw::run);
                if (langchain4j != null) {
                    langchain4j.single(cores);
                }
            }
            Set<Integer> callers = new LinkedHashSet<>(List.of(1, cores, MANY_CALLERS));
            for (int some : callers) {
                measure(ours, raw, some);
            }
            compare(
                    "Bulk",
                    () -> EmbedTurn.of(Callers.run(1, 1, all -> ours.embedAll(segments)), texts.size()),
                    () -> EmbedTurn.of(Callers.run(cores, texts.size(), raw::run), texts.size()),
                    langchain4j == null ? null : langchain4j::bulk);
            figures.progress("tokenizing alone");
            Callers tokenizing = Callers.run(1, texts.size(), text -> model.tokens(tokenizer, texts.get(text)));
            figures.put("tokenizeMicros", tokenizing.seconds() * 1e6 / texts.size());
        }
    }

    private void measure(OnnxEmbedder ours, RawOnnx raw, int callers) {
        String name = callers + (callers == 1 ? "Caller" : "Callers");
        List<Callers> all = new ArrayList<>();
        compare(
                name,
                () -> {
                    Callers turn = Callers.run(callers, texts.size(), text -> ours.embed(texts.get(text)));
                    all.add(turn);
                    return EmbedTurn.of(turn, texts.size());
                },
                () -> EmbedTurn.of(Callers.run(callers, texts.size(), raw::run), texts.size()),
                langchain4j == null ? null : () -> langchain4j.single(callers));
        for (double share : new double[] {.5, .99}) {
            figures.put(
                    "p" + Math.round(share * 100) + "Millis" + name,
                    Figures.median(
                            all.stream().mapToDouble(one -> one.millis(share)).toArray()));
        }
    }

    /** Who comes first changes from round to round, for the machine may be busier at one moment than at the next. */
    private void compare(
            String name, Supplier<EmbedTurn> ours, Supplier<EmbedTurn> raw, @Nullable Supplier<EmbedTurn> others) {
        List<Supplier<EmbedTurn>> all = new ArrayList<>(List.of(ours, raw));
        if (others != null) {
            all.add(others);
        }
        EmbedTurn[][] turns = new EmbedTurn[all.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            figures.progress(name + ", round " + (round + 1) + " of " + rounds);
            for (int turn = 0; turn < all.size(); turn++) {
                int who = (turn + round) % all.size();
                turns[who][round] = all.get(who).get();
            }
        }
        put("textsPerSecond" + name, turns, EmbedTurn::rate, true);
        put("cpuMillis" + name, turns, EmbedTurn::cpuMillis, false);
    }

    private void put(String name, EmbedTurn[][] turns, ToDoubleFunction<EmbedTurn> figure, boolean isRate) {
        double[][] values = new double[turns.length][];
        for (int who = 0; who < turns.length; who++) {
            values[who] = Arrays.stream(turns[who]).mapToDouble(figure).toArray();
        }
        figures.put(name, values[0], values[1], isRate);
        if (turns.length > 2) {
            double[] ratios = new double[rounds];
            Arrays.setAll(
                    ratios,
                    round -> isRate ? values[0][round] / values[2][round] : values[2][round] / values[0][round]);
            figures.put(name + "Langchain4j", Figures.median(values[2]));
            figures.put(name + "Langchain4jRatio", Figures.median(ratios));
        }
    }
}
