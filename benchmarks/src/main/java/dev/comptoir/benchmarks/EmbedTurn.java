package dev.comptoir.benchmarks;

/**
 * One turn at all texts.
 *
 * @param rate texts a second
 * @param cpuMillis processor time of one text, all threads together: other work on the machine hardly shows in it
 */
record EmbedTurn(double rate, double cpuMillis) {
    /** Of callers who had so many texts in all. */
    static EmbedTurn of(Callers callers, int texts) {
        return new EmbedTurn(texts / callers.seconds(), callers.cpuSeconds() * 1e3 / texts);
    }
}
