package dev.comptoir.profile;

/**
 * Recency, frequency and monetary value, each as the quintile in which the customer stands among all customers of the business
 * who ever bought: 5 is the best fifth, 1 the last.
 *
 * <p>Ties share one score: with {@code n} customers and the mean rank {@code m} of those who are equal (1 is the worst, n the
 * best), the score is {@code 1 + floor(5 * (m - 0.5) / n)}. A customer alone, or a crowd of equals, is in the middle: 3.
 *
 * @param recency 5 for those who bought most recently, by days since the last purchase
 * @param frequency 5 for those with the most purchases
 * @param monetary 5 for those who spent the most, net of returns, in the business's currency
 */
public record RfmScore(int recency, int frequency, int monetary) {
    public RfmScore {
        check("recency", recency);
        check("frequency", frequency);
        check("monetary", monetary);
    }

    /** For example {@code R5 F4 M3}. */
    @Override
    public String toString() {
        return "R" + recency + " F" + frequency + " M" + monetary;
    }

    private static void check(String name, int score) {
        if (score < 1 || score > 5) {
            throw new IllegalArgumentException("The " + name + " score is " + score + "; 1 to 5 are allowed.");
        }
    }
}
