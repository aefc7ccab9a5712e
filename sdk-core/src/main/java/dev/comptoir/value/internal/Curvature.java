package dev.comptoir.value.internal;

/** Derivatives by central differences. */
final class Curvature {
    private static final double GRADIENT_STEP = 1e-5;
    private static final double HESSIAN_STEP = 1e-3;

    private Curvature() {}

    static double[] gradient(Objective objective, double[] point) {
        double[] gradient = new double[point.length];
        double[] moved = point.clone();
        for (int i = 0; i < point.length; i++) {
            moved[i] = point[i] + GRADIENT_STEP;
            double above = objective.at(moved);
            moved[i] = point[i] - GRADIENT_STEP;
            double below = objective.at(moved);
            moved[i] = point[i];
            gradient[i] = (above - below) / (2 * GRADIENT_STEP);
        }
        return gradient;
    }

    /** Minus the second derivatives: at a maximum, the observed information. */
    static double[][] information(Objective objective, double[] point) {
        int n = point.length;
        double[][] information = new double[n][n];
        double[] moved = point.clone();
        double here = objective.at(point);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double second;
                if (i == j) {
                    double above = shifted(objective, moved, i, 1, i, 0);
                    double below = shifted(objective, moved, i, -1, i, 0);
                    second = above - 2 * here + below;
                } else {
                    second = (shifted(objective, moved, i, 1, j, 1)
                                    - shifted(objective, moved, i, 1, j, -1)
                                    - shifted(objective, moved, i, -1, j, 1)
                                    + shifted(objective, moved, i, -1, j, -1))
                            / 4;
                }
                information[i][j] = -second / (HESSIAN_STEP * HESSIAN_STEP);
                information[j][i] = information[i][j];
            }
        }
        return information;
    }

    private static double shifted(Objective objective, double[] point, int i, int stepI, int j, int stepJ) {
        double keptI = point[i];
        double keptJ = point[j];
        point[i] += stepI * HESSIAN_STEP;
        point[j] += stepJ * HESSIAN_STEP;
        double value = objective.at(point);
        point[j] = keptJ;
        point[i] = keptI;
        return value;
    }
}
