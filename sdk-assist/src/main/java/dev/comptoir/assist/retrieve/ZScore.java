package dev.comptoir.assist.retrieve;

/** Standard scores over a population; 0 for everything where all are equal. */
record ZScore(double mean, double deviation) {
    static final ZScore NOTHING = new ZScore(0, 0);

    /**
     * Over some of the scores, and over more that are not there.
     *
     * @param absent how many are not there
     * @param ofAbsent their mean and standard deviation
     */
    static ZScore of(float[] scores, int[] population, int absent, ZScore ofAbsent) {
        double sum = absent * ofAbsent.mean;
        for (int i : population) {
            sum += scores[i];
        }
        int count = population.length + absent;
        double mean = count == 0 ? 0 : sum / count;
        double off = ofAbsent.mean - mean;
        double squares = absent * (ofAbsent.deviation * ofAbsent.deviation + off * off);
        for (int i : population) {
            squares += (scores[i] - mean) * (scores[i] - mean);
        }
        return new ZScore(mean, count == 0 ? 0 : Math.sqrt(squares / count));
    }

    double of(double score) {
        return deviation < 1e-6 ? 0 : (score - mean) / deviation;
    }
}
