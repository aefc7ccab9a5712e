package dev.comptoir.assist.retrieve;

/** Standard scores over a population; 0 for everything where all are equal. */
record ZScore(double mean, double deviation) {
    static ZScore of(float[] scores, int[] population) {
        double sum = 0;
        for (int i : population) {
            sum += scores[i];
        }
        double mean = population.length == 0 ? 0 : sum / population.length;
        double squares = 0;
        for (int i : population) {
            squares += (scores[i] - mean) * (scores[i] - mean);
        }
        return new ZScore(mean, population.length == 0 ? 0 : Math.sqrt(squares / population.length));
    }

    double of(double score) {
        return deviation < 1e-9 ? 0 : (score - mean) / deviation;
    }
}
