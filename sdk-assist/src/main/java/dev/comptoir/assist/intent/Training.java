package dev.comptoir.assist.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Trains views, weights and gates from labelled texts. */
final class Training {
    /*
     * Weights come from examples left out in turn. The gates come from intents left out in turn: questions of an intent that was
     * not trained are just what "our business, but none of the intents" looks like, so no real question out of scope is needed.
     * The first gate sees sentences about the rest of the world instead. With many examples fewer parts are trained, and the gates
     * on a sample of the examples: time stays bounded.
     */
    private static final int PARTS = 5;
    private static final int MANY = 3_000;
    private static final int GATE_PARTS_OF_MANY = 3;
    private static final int SAMPLE_OF_MANY = 60;
    private static final int LEAST_HELD_OUT = 20;
    private static final int LEAST_INTENTS = 4;
    private static final int MOST_INTENTS = 1_000;
    private static final int MOST_HELD_OUT = 2_500;
    private static final int MOST_SCORES = 20_000_000;

    private final List<Features> texts;
    private final int[] labels;
    private final int classes;
    private final List<Features> background;
    private final long seed;
    private final int views;

    Training(List<Features> texts, int[] labels, int classes, List<Features> background, long seed) {
        this.texts = texts;
        this.labels = labels;
        this.classes = classes;
        this.background = background;
        this.seed = seed;
        this.views = 1 + texts.get(0).vectors().length;
    }

    /** What training gives: the views, the committee of all and that of the words alone. */
    record Trained(List<ViewModel> views, Committee all, Committee words, Quality quality) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared; read only here.
    private record Judged(ViewScores[] scores, int label) {}

    private record Judgements(List<Judged> belonging, List<Judged> uncovered, List<Judged> foreign) {}

    Trained run() {
        List<Judged> heldOut = leaveExamplesOut();
        Judgements judgements = leaveIntentsOut();
        int[] everything = IntStream.range(0, views).toArray();
        int[] words = {0};
        Committee all = committee(everything, heldOut, judgements);
        return new Trained(
                fit(IntStream.range(0, labels.length).toArray(), labels, classes),
                all,
                views == 1 ? all : committee(words, heldOut, judgements),
                quality(all, heldOut));
    }

    private List<ViewModel> fit(int[] rows, int[] labelsOfRows, int classesOfRows) {
        List<Features> chosen = Arrays.stream(rows).mapToObj(texts::get).toList();
        List<ViewModel> models = new ArrayList<>();
        models.add(WordView.fit(chosen, labelsOfRows, classesOfRows, seed));
        for (int view = 1; view < views; view++) {
            models.add(DenseView.fit(view - 1, chosen, labelsOfRows, classesOfRows));
        }
        return models;
    }

    static ViewScores[] score(List<ViewModel> models, Features text) {
        return models.stream().map(model -> model.score(text)).toArray(ViewScores[]::new);
    }

    private List<Judged> leaveExamplesOut() {
        List<Judged> heldOut = new ArrayList<>();
        if (classes < 2 || classes > MOST_INTENTS) {
            return heldOut;
        }
        int[] folds = Folds.ofExamples(labels, classes, PARTS, new SplittableRandom(seed));
        int runs = labels.length > MANY ? 1 : PARTS;
        long most = Math.min(MOST_HELD_OUT, MOST_SCORES / ((long) classes * views * ViewModel.EXPERTS));
        for (int run = 0; run < runs; run++) {
            int part = run;
            int[] rows = where(i -> folds[i] != part);
            List<ViewModel> models =
                    fit(rows, Arrays.stream(rows).map(i -> labels[i]).toArray(), classes);
            int[] out = where(i -> folds[i] == part);
            int taken = (int) Math.min(out.length, most / runs);
            for (int i = 0; i < taken; i++) {
                int row = out[(int) ((long) i * out.length / taken)];
                heldOut.add(new Judged(score(models, texts.get(row)), labels[row]));
            }
        }
        return heldOut.size() < LEAST_HELD_OUT ? List.of() : heldOut;
    }

    private int[] where(IntPredicate rows) {
        return IntStream.range(0, labels.length).filter(rows).toArray();
    }

    private Judgements leaveIntentsOut() {
        Judgements judgements = new Judgements(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (classes < LEAST_INTENTS || classes > MOST_INTENTS) {
            return judgements;
        }
        SplittableRandom random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        int parts = Math.min(PARTS, classes);
        boolean many = labels.length > MANY;
        int[] sample = Folds.sample(labels, classes, many ? SAMPLE_OF_MANY : Integer.MAX_VALUE, random);
        int[] ofIntent = Folds.ofIntents(classes, parts, random);
        int[] ofSample =
                Folds.ofExamples(Arrays.stream(sample).map(i -> labels[i]).toArray(), classes, parts, random);
        for (int part = 0; part < (many ? Math.min(parts, GATE_PARTS_OF_MANY) : parts); part++) {
            leaveIntentsOut(part, sample, ofIntent, ofSample, judgements);
        }
        return judgements;
    }

    private void leaveIntentsOut(int part, int[] sample, int[] ofIntent, int[] ofSample, Judgements judgements) {
        int[] numbers = new int[classes];
        int kept = 0;
        for (int k = 0; k < classes; k++) {
            numbers[k] = ofIntent[k] == part ? -1 : kept++;
        }
        int[] rows = IntStream.range(0, sample.length)
                .filter(s -> numbers[labels[sample[s]]] >= 0 && ofSample[s] != part)
                .map(s -> sample[s])
                .toArray();
        List<ViewModel> models =
                fit(rows, Arrays.stream(rows).map(i -> numbers[labels[i]]).toArray(), kept);
        for (int s = 0; s < sample.length; s++) {
            int number = numbers[labels[sample[s]]];
            if (number < 0) {
                judgements.uncovered().add(new Judged(score(models, texts.get(sample[s])), -1));
            } else if (ofSample[s] == part) {
                judgements.belonging().add(new Judged(score(models, texts.get(sample[s])), number));
            }
        }
        for (Features text : background) {
            judgements.foreign().add(new Judged(score(models, text), -1));
        }
    }

    private static Committee committee(int[] views, List<Judged> heldOut, Judgements judgements) {
        double[] weights = Pool.fit(
                heldOut.stream()
                        .map(text -> new Pool.Seen(Committee.experts(text.scores(), views), text.label()))
                        .toList(),
                Committee.start(views));
        List<double[]> belonging = signs(views, weights, judgements.belonging());
        List<double[]> uncovered = signs(views, weights, judgements.uncovered());
        List<double[]> foreign = signs(views, weights, judgements.foreign());
        boolean enough = belonging.size() >= LEAST_HELD_OUT && uncovered.size() >= LEAST_HELD_OUT;
        List<double[]> business = new ArrayList<>(belonging);
        business.addAll(uncovered);
        return new Committee(
                views,
                weights,
                enough && !foreign.isEmpty() ? Gate.fit(business, foreign) : Gate.none(),
                enough ? Gate.fit(belonging, uncovered) : Gate.none());
    }

    private static List<double[]> signs(int[] views, double[] weights, List<Judged> texts) {
        return texts.stream()
                .map(text -> {
                    double[][] experts = Committee.experts(text.scores(), views);
                    return Committee.signs(text.scores(), views, experts, Pool.combined(experts, weights));
                })
                .toList();
    }

    private static Quality quality(Committee committee, List<Judged> heldOut) {
        List<double[]> logs = new ArrayList<>();
        int[] right = new int[heldOut.size()];
        for (int i = 0; i < right.length; i++) {
            logs.add(Pool.combined(Committee.experts(heldOut.get(i).scores(), committee.views()), committee.weights()));
            right[i] = heldOut.get(i).label();
        }
        return Quality.of(logs, right);
    }
}
