package dev.comptoir.benchmarks.student;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Fits one vector to each word, pair of words and part of a word. Not thread-safe; one thread, so that runs repeat. */
final class StudentTrainer {
    /*
     * Student s(x) = sum of rows (see BilingualEmbedder), of direction u; t(x) is the teachers' vector of the text or of
     * its English translation. Loss of a text in a batch of B:
     *   (1 - u.t) + contrast * KL(softmax(t.T / tau) || softmax(u.T / tau))     over the B targets T of the batch,
     * the second being the relations among the batch's texts as the teachers see them (as in Tian et al. 2020 with soft
     * targets): with hard ones, paraphrases that meet in a batch would be driven apart. Rows start from the mean of the
     * targets they occur in, scaled down for frequent words (Arora et al. 2017), which is the first step of a
     * preconditioned regression. Adagrad (Duchi et al. 2011) with one sum of squares a row. Words are left out at
     * random, so that their parts learn to stand for them.
     */
    private final StudentSettings settings;
    private final Vocabulary vocabulary;
    private final float[][] rows;
    private final float[] squares;
    private final Random random;

    StudentTrainer(StudentSettings settings, Vocabulary vocabulary, int dimension) {
        this.settings = settings;
        this.vocabulary = vocabulary;
        this.rows = new float[vocabulary.size()][dimension];
        this.squares = new float[vocabulary.size()];
        this.random = new Random(settings.seed());
    }

    /** Trains and returns the rows, by number. */
    float[][] train(List<Example> examples, Consumer<String> progress) {
        initialize(examples);
        int steps = 0;
        int planned = settings.epochs() * batches(examples).size();
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            double cosines = 0;
            long start = System.nanoTime();
            for (List<Example> batch : batches(examples)) {
                float rate = settings.rate() * Math.max(0.05f, 1 - (float) steps / planned);
                cosines += step(batch, rate);
                steps++;
            }
            progress.accept("epoch %d: mean cosine %.4f, %.0f s"
                    .formatted(epoch + 1, cosines / examples.size(), (System.nanoTime() - start) / 1e9));
        }
        return rows;
    }

    private void initialize(List<Example> examples) {
        double total = 0;
        for (int i = 0; i < vocabulary.words(); i++) {
            total += vocabulary.count(i);
        }
        float[] uses = new float[vocabulary.size()];
        for (Example example : examples) {
            for (int word : example.words()) {
                Vectors.add(rows[word], example.weight(), example.target());
                uses[word] += example.weight();
            }
        }
        for (int i = 0; i < vocabulary.words(); i++) {
            double rarity = 0.05 + 0.001 / (0.001 + vocabulary.count(i) / total);
            float scale = (float) (rarity / Math.max(uses[i], 1e-6));
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] *= scale;
            }
        }
    }

    /** Batches of one source each, so that what must be told apart is alike; in a new order at each call. */
    private List<List<Example>> batches(List<Example> examples) {
        Map<Source, List<Example>> bySource = new EnumMap<>(Source.class);
        for (Example example : examples) {
            bySource.computeIfAbsent(example.source(), source -> new ArrayList<>())
                    .add(example);
        }
        List<List<Example>> batches = new ArrayList<>();
        for (List<Example> kind : bySource.values()) {
            Collections.shuffle(kind, random);
            for (int from = 0; from < kind.size(); from += settings.batch()) {
                batches.add(kind.subList(from, Math.min(kind.size(), from + settings.batch())));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private double step(List<Example> batch, float rate) {
        int size = batch.size();
        int dimension = rows[0].length;
        float[][] units = new float[size][];
        float[] lengths = new float[size];
        boolean[][] dropped = new boolean[size][];
        double cosines = 0;
        for (int i = 0; i < size; i++) {
            dropped[i] = drop(batch.get(i).words().length);
            float[] sum = forward(batch.get(i), dropped[i]);
            lengths[i] = (float) Math.sqrt(Math.max(Vectors.dot(sum, sum), 1e-12f));
            units[i] = Vectors.unit(sum);
            cosines += Vectors.dot(units[i], batch.get(i).target());
        }
        float[] wanted = new float[size];
        float[] given = new float[size];
        for (int i = 0; i < size; i++) {
            Example example = batch.get(i);
            float[] gradient = new float[dimension];
            Vectors.add(gradient, -1, example.target());
            if (settings.contrast() > 0 && size > 1) {
                for (int j = 0; j < size; j++) {
                    wanted[j] = Vectors.dot(example.target(), batch.get(j).target()) / settings.temperature();
                    given[j] = Vectors.dot(units[i], batch.get(j).target()) / settings.temperature();
                }
                softmax(wanted);
                softmax(given);
                for (int j = 0; j < size; j++) {
                    Vectors.add(
                            gradient,
                            settings.contrast() * (given[j] - wanted[j]),
                            batch.get(j).target());
                }
            }
            Vectors.add(gradient, -Vectors.dot(gradient, units[i]), units[i]);
            float scale = example.weight() / Math.max(lengths[i], 0.1f);
            backward(example, dropped[i], gradient, scale, rate);
        }
        return cosines;
    }

    private boolean[] drop(int words) {
        boolean[] dropped = new boolean[words];
        for (int i = 0; i < words; i++) {
            dropped[i] = random.nextFloat() < settings.dropout();
        }
        return dropped;
    }

    private float[] forward(Example example, boolean[] dropped) {
        float[] sum = new float[rows[0].length];
        for (int i = 0; i < dropped.length; i++) {
            int word = example.words()[i];
            if (!dropped[i]) {
                Vectors.add(sum, 1, rows[word]);
            }
            int[] grams = vocabulary.gramsOf(word);
            for (int gram : grams) {
                Vectors.add(sum, 1f / grams.length, rows[gram]);
            }
        }
        for (int pair : example.pairs()) {
            Vectors.add(sum, 1, rows[pair]);
        }
        return sum;
    }

    private void backward(Example example, boolean[] dropped, float[] gradient, float scale, float rate) {
        float meanSquare = scale * scale * Vectors.dot(gradient, gradient) / gradient.length;
        for (int i = 0; i < dropped.length; i++) {
            int word = example.words()[i];
            if (!dropped[i]) {
                update(word, gradient, scale, meanSquare, rate);
            }
            int[] grams = vocabulary.gramsOf(word);
            float share = 1f / Math.max(1, grams.length);
            for (int gram : grams) {
                update(gram, gradient, scale * share, meanSquare * share * share, rate);
            }
        }
        for (int pair : example.pairs()) {
            update(pair, gradient, scale, meanSquare, rate);
        }
    }

    private void update(int row, float[] gradient, float scale, float meanSquare, float rate) {
        squares[row] += meanSquare;
        Vectors.add(rows[row], -rate * scale / (float) Math.sqrt(squares[row] + 1e-8f), gradient);
    }

    private static void softmax(float[] values) {
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            most = Math.max(most, value);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) StrictMath.exp(values[i] - most);
            sum += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= (float) sum;
        }
    }
}
