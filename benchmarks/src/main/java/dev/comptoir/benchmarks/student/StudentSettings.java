package dev.comptoir.benchmarks.student;

/**
 * How a student is trained.
 *
 * @param seed of the order of texts and of the words left out
 * @param epochs passes over all texts
 * @param batch texts of one step
 * @param rate Adagrad's first step length; falls linearly to a twentieth
 * @param contrast weight of the relations within a batch beside the cosine
 * @param temperature of those relations
 * @param dropout share of words left out
 */
record StudentSettings(long seed, int epochs, int batch, float rate, float contrast, float temperature, float dropout) {
    static StudentSettings of(long seed) {
        return new StudentSettings(seed, 5, 128, 0.05f, 0.5f, 0.1f, 0.15f);
    }
}
