package dev.comptoir.segment.learned;

/** How far points lie from each other: the sum of the differences of their features. */
final class Distances {
    private final float[][] rows;

    private Distances(float[][] rows) {
        this.rows = rows;
    }

    static Distances of(double[][] points) {
        float[][] rows = new float[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = (float) between(points[i], points[j]);
                rows[j][i] = rows[i][j];
            }
        }
        return new Distances(rows);
    }

    /** Of some of the points only; one may stand there more than once. */
    Distances of(int[] chosen) {
        float[][] part = new float[chosen.length][chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            for (int j = 0; j < chosen.length; j++) {
                part[i][j] = rows[chosen[i]][chosen[j]];
            }
        }
        return new Distances(part);
    }

    int size() {
        return rows.length;
    }

    float[] from(int point) {
        return rows[point];
    }

    /** The sum of the differences; the same for two points in either order. */
    static double between(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
