package dev.comptoir.benchmarks.student;

/** A few operations on vectors, in one fixed order so that results repeat. */
final class Vectors {
    private Vectors() {}

    static float dot(float[] left, float[] right) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i + 3 < left.length; i += 4) {
            a += left[i] * right[i];
            b += left[i + 1] * right[i + 1];
            c += left[i + 2] * right[i + 2];
            d += left[i + 3] * right[i + 3];
        }
        return (a + b) + (c + d);
    }

    static void add(float[] to, float factor, float[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    /** The same direction with length 1; changes and returns its argument. */
    static float[] unit(float[] vector) {
        float length = (float) Math.sqrt(Math.max(dot(vector, vector), 1e-20f));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
