package dev.comptoir.assist.retrieve;

/** Standard scores over a population; 0 for everything where all are equal. */
record ZScore(double mean, double deviation) {
    /**
     * Over some of the scores, and over more that are not there, with mean 0.
     *
     * @param absent how many are not there
     * @param deviationOfAbsent the standard deviation of those
     */
    static ZScore of(float[] scores, int[] population, int absent, double deviationOfAbsent) {
        double sum = 0;
        for (int i : population) {
            sum += scores[i];
        }
        int count = population.length + absent;
        double mean = count == 0 ? 0 : sum / count;
        double squares = absent * (deviationOfAbsent * deviationOfAbsent + mean * mean);
        for (int i : population) {
            squares += (scores[i] - mean) * (scores[i] - mean);
        }
        return new ZScore(mean, count == 0 ? 0 : Math.sqrt(squares / count));
    }

    double of(double score) {
        return deviation < 1e-6 ? 0 : (score - mean) / deviation;
    }
}
