package dev.comptoir.assist.intent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text and pieces of them: linear classifiers and nearest examples. Immutable.
 *
 * @param linear absent where there are too few examples, or too many intents, to train
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives inside one classifier.
record WordView(Vocabulary vocabulary, @Nullable LinearScores linear, Neighbours<SparseRow> neighbours, int[] starts)
        implements ViewModel {
    private static final int MOST_WEIGHTS = 12_000_000;
    private static final int MOST_TERMS = 200_000;
    private static final int LEAST_TERMS = 4_000;
    private static final double FEW = 3;
    /** Products of one pass over the data, for all intents, beyond which training takes minutes. */
    private static final double MOST_PRODUCTS = 1e9;
    /** Cosines, stretched to scores whose softmax is of use. */
    private static final float STRETCH = 12;

    static WordView fit(List<Features> texts, int[] labels, int classes, long seed) {
        boolean enough = texts.size() >= FEW * classes && classes > 1 && MOST_WEIGHTS / classes >= LEAST_TERMS;
        Vocabulary vocabulary =
                Vocabulary.of(texts, enough ? Math.min(MOST_TERMS, MOST_WEIGHTS / classes) : MOST_TERMS);
        SparseRow[] rows = new SparseRow[texts.size()];
        double products = 0;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = vocabulary.row(texts.get(i).words());
            products += rows[i].features().length;
        }
        int features = vocabulary.terms().length;
        LinearScores linear = enough && products * classes <= MOST_PRODUCTS
                ? SparseRegression.fit(rows, labels, features, classes, seed)
                : null;
        int[] order = Neighbours.order(labels, classes);
        SparseRow[] ordered = new SparseRow[order.length];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = rows[order[i]];
        }
        int[] starts = Neighbours.starts(labels, classes);
        return new WordView(vocabulary, linear, Neighbours.of(new SparseBank(ordered, features), starts), starts);
    }

    @Override
    public ViewScores score(Features text) {
        SparseRow row = vocabulary.row(text.words());
        float[] scores = linear == null ? cosines(row) : trained(row, linear);
        double[] signs = new double[ViewScores.SIGNS + Neighbours.SIGNS + 1];
        ViewScores.signs(scores, signs, 0);
        double[] votes = neighbours.vote(row, scores, signs, ViewScores.SIGNS);
        signs[signs.length - 1] = vocabulary.unknown(text.words());
        return new ViewScores(new double[][] {ViewScores.logSoftmax(scores), votes}, signs);
    }

    private static float[] trained(SparseRow row, LinearScores linear) {
        float[] scores = linear.biases().clone();
        SparseRegression.score(row, linear.weights(), scores);
        return scores;
    }

    /** The mean cosine with the examples of each intent, and half of the best one's: means alone blur. */
    private float[] cosines(SparseRow row) {
        Bank.Similarity similarity = neighbours.bank().to(row);
        float[] scores = new float[starts.length - 1];
        float[] cosines = new float[Neighbours.PER_INTENT];
        for (int k = 0; k < scores.length; k++) {
            int size = starts[k + 1] - starts[k];
            similarity.with(starts[k], starts[k + 1], cosines);
            float sum = 0;
            float best = 0;
            for (int i = 0; i < size; i++) {
                sum += cosines[i];
                best = Math.max(best, cosines[i]);
            }
            scores[k] = STRETCH * (sum / Math.max(1, size) + best) / 2;
        }
        return scores;
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        vocabulary.write(out);
        out.writeBoolean(linear != null);
        if (linear != null) {
            linear.write(out);
        }
        SparseBank bank = (SparseBank) neighbours.bank();
        out.writeInt(bank.size());
        for (SparseRow row : bank.rows()) {
            Bytes.write(out, row.features());
            Bytes.write(out, row.values());
        }
        Bytes.write(out, starts);
        neighbours.write(out);
    }

    static WordView read(DataInputStream in) throws IOException {
        Vocabulary vocabulary = Vocabulary.read(in);
        int features = vocabulary.terms().length;
        LinearScores linear = in.readBoolean() ? LinearScores.read(in) : null;
        if (linear != null && linear.weights().length != features * linear.biases().length) {
            throw new IOException("weights of another vocabulary");
        }
        SparseRow[] rows = new SparseRow[Bytes.length(in, 2 * Integer.BYTES)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new SparseRow(Bytes.ints(in), Bytes.floats(in));
            for (int feature : rows[i].features()) {
                if (feature < 0 || feature >= features) {
                    throw new IOException("a feature of another vocabulary");
                }
            }
            if (rows[i].features().length != rows[i].values().length) {
                throw new IOException("features without values");
            }
        }
        int[] starts = Bytes.ints(in);
        return new WordView(vocabulary, linear, Neighbours.read(in, new SparseBank(rows, features)), starts);
    }
}
