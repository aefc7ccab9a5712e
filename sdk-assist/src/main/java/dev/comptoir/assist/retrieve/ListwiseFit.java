package dev.comptoir.assist.retrieve;

import java.util.List;

/** Weights of a linear score under which the right one of several candidates is likely. Pure functions, deterministic. */
final class ListwiseFit {
    /*
     * ListNet's top-one loss (Cao et al. 2007), which with one right candidate is multinomial logistic regression with shared
     * weights (McFadden's conditional logit, 1974):
     *
     *   L(w) = - sum over questions log softmax(X w)[right] + penalty / 2 |w - w0|^2
     *
     * It is convex and has few weights: Newton's method with the exact Hessian and halved steps, a dozen of passes.
     */
    private static final int MAX_STEPS = 50;

    /**
     * One question.
     *
     * @param candidates the features of each
     * @param right the place of the right one
     */
    record Choice(List<double[]> candidates, int right) {}

    private ListwiseFit() {}

    /**
     * @param prior the weights towards which the penalty draws
     * @param penalty how strongly, above 0
     */
    static double[] fit(List<Choice> choices, double[] prior, double penalty) {
        double[] weights = prior.clone();
        double loss = loss(choices, weights, prior, penalty);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] direction = direction(choices, weights, prior, penalty);
            double size = 1;
            double[] next = moved(weights, direction, size);
            double lower = loss(choices, next, prior, penalty);
            while (!(lower <= loss) && size > 1e-6) {
                size /= 2;
                next = moved(weights, direction, size);
                lower = loss(choices, next, prior, penalty);
            }
            if (!(lower < loss - 1e-10 * Math.max(1, loss))) {
                break;
            }
            weights = next;
            loss = lower;
        }
        return weights;
    }

    private static double[] moved(double[] weights, double[] direction, double size) {
        double[] next = weights.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] -= size * direction[i];
        }
        return next;
    }

    static double loss(List<Choice> choices, double[] weights, double[] prior, double penalty) {
        double loss = 0;
        for (Choice choice : choices) {
            loss -= Math.log(Math.max(1e-300, chances(choice, weights)[choice.right]));
        }
        for (int i = 0; i < weights.length; i++) {
            loss += penalty / 2 * (weights[i] - prior[i]) * (weights[i] - prior[i]);
        }
        return loss;
    }

    private static double[] chances(Choice choice, double[] weights) {
        double[] chances = new double[choice.candidates.size()];
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < chances.length; c++) {
            chances[c] = dot(choice.candidates.get(c), weights);
            highest = Math.max(highest, chances[c]);
        }
        double sum = 0;
        for (int c = 0; c < chances.length; c++) {
            chances[c] = Math.exp(chances[c] - highest);
            sum += chances[c];
        }
        for (int c = 0; c < chances.length; c++) {
            chances[c] /= sum;
        }
        return chances;
    }

    /** The inverse Hessian times the gradient. */
    private static double[] direction(List<Choice> choices, double[] weights, double[] prior, double penalty) {
        int n = weights.length;
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            gradient[i] = penalty * (weights[i] - prior[i]);
            hessian[i][i] = penalty;
        }
        for (Choice choice : choices) {
            double[] chances = chances(choice, weights);
            double[] mean = new double[n];
            for (int c = 0; c < chances.length; c++) {
                double[] x = choice.candidates.get(c);
                for (int i = 0; i < n; i++) {
                    mean[i] += chances[c] * x[i];
                }
            }
            double[] right = choice.candidates.get(choice.right);
            for (int i = 0; i < n; i++) {
                gradient[i] += mean[i] - right[i];
            }
            for (int c = 0; c < chances.length; c++) {
                double[] x = choice.candidates.get(c);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j <= i; j++) {
                        hessian[i][j] += chances[c] * (x[i] - mean[i]) * (x[j] - mean[j]);
                    }
                }
            }
        }
        return solved(hessian, gradient);
    }

    /** By Cholesky's factors, in place; the matrix is positive definite by the penalty. */
    private static double[] solved(double[][] lower, double[] right) {
        int n = right.length;
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = lower[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
