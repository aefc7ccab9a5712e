package dev.comptoir.assist.intent;

/** Mean and standard deviation of some cosines. */
record Spread(double mean, double deviation) {
    /** Where nearly all are equal, a difference says little: no deviation is taken for less than this. */
    private static final double LEAST = 0.03;

    static Spread of(double[][] groups) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (double[] group : groups) {
            for (double value : group) {
                sum += value;
                squares += value * value;
                n++;
            }
        }
        double mean = n == 0 ? 0 : sum / n;
        double variance = n == 0 ? 0 : Math.max(0, squares / n - mean * mean);
        return new Spread(mean, LEAST + Math.sqrt(variance));
    }

    /** Between this, of so many values, and that of all: few values say little. */
    Spread towards(Spread all, int values, double shrinkage) {
        double share = values / (values + shrinkage);
        return new Spread(share * mean + (1 - share) * all.mean(), share * deviation + (1 - share) * all.deviation());
    }
}
