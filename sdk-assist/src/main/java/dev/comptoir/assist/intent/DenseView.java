package dev.comptoir.assist.intent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** The vectors of one model: logistic regression and nearest examples. Immutable. */
record DenseView(int view, Centres centres, LinearScores linear, Neighbours<float[]> neighbours) implements ViewModel {
    private static final double STRENGTH = 10;
    private static final int ITERATIONS = 30;
    private static final double TOLERANCE = 1e-5;
    /** Below so many examples an intent, its mean is as good as anything trained. */
    private static final double FEW = 3;
    /** Products of one pass over the data beyond which a regression takes minutes: means serve instead. */
    private static final double MOST_PRODUCTS = 3e9;
    /** Cosines with means, stretched to scores whose softmax is of use. */
    private static final float STRETCH = 12;

    static DenseView fit(int view, List<Features> texts, int[] labels, int classes) {
        Centres centres = Centres.of(texts, view);
        int dimension = centres.all().length;
        float[] rows = new float[texts.size() * dimension];
        for (int i = 0; i < texts.size(); i++) {
            Features text = texts.get(i);
            float[] row = centres.centred(text.vectors()[view], text.language());
            System.arraycopy(row, 0, rows, i * dimension, dimension);
        }
        boolean trained = texts.size() >= FEW * classes
                && classes > 1
                && (double) texts.size() * dimension * classes <= MOST_PRODUCTS;
        LinearScores linear = trained
                ? SoftmaxRegression.fit(rows, labels, dimension, classes, STRENGTH, ITERATIONS, TOLERANCE)
                : means(rows, labels, dimension, classes);
        int[] order = Neighbours.order(labels, classes);
        float[] ordered = new float[order.length * dimension];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(rows, order[i] * dimension, ordered, i * dimension, dimension);
        }
        return new DenseView(
                view,
                centres,
                linear,
                Neighbours.of(new DenseBank(ordered, dimension), Neighbours.starts(labels, classes)));
    }

    private static LinearScores means(float[] rows, int[] labels, int dimension, int classes) {
        double[] sums = new double[dimension * classes];
        for (int i = 0; i < labels.length; i++) {
            for (int f = 0; f < dimension; f++) {
                sums[f * classes + labels[i]] += rows[i * dimension + f];
            }
        }
        float[] weights = new float[sums.length];
        for (int k = 0; k < classes; k++) {
            double squares = 0;
            for (int f = 0; f < dimension; f++) {
                squares += sums[f * classes + k] * sums[f * classes + k];
            }
            double scale = squares > 0 ? STRETCH / Math.sqrt(squares) : 0;
            for (int f = 0; f < dimension; f++) {
                weights[f * classes + k] = (float) (sums[f * classes + k] * scale);
            }
        }
        return new LinearScores(weights, new float[classes]);
    }

    @Override
    public ViewScores score(Features text) {
        float[] row = centres.centred(text.vectors()[view], text.language());
        float[] scores = linear.score(row);
        double[] signs = new double[ViewScores.SIGNS + Neighbours.SIGNS];
        ViewScores.signs(scores, signs, 0);
        double[] votes = neighbours.vote(row, scores, signs, ViewScores.SIGNS);
        return new ViewScores(new double[][] {ViewScores.logSoftmax(scores), votes}, signs);
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        centres.write(out);
        linear.write(out);
        DenseBank bank = (DenseBank) neighbours.bank();
        Bytes.write(out, bank.rows());
        neighbours.write(out);
    }

    static DenseView read(int view, DataInputStream in) throws IOException {
        Centres centres = Centres.read(in);
        LinearScores linear = LinearScores.read(in);
        DenseBank bank = new DenseBank(Bytes.floats(in), centres.all().length);
        if (linear.weights().length != linear.biases().length * bank.dimension()) {
            throw new IOException("weights of another dimension than the centres");
        }
        return new DenseView(view, centres, linear, Neighbours.read(in, bank));
    }
}
