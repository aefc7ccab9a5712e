package dev.comptoir.recommend.serve;

/**
 * How what is popular is counted. Immutable.
 *
 * @param halfLifeDays after how long a sale counts half, above 0
 * @param viewWeight what a look counts beside a sale: 0 for nothing to 1
 */
public record Popularity(double halfLifeDays, double viewWeight) {
    public Popularity {
        if (!(halfLifeDays > 0) || Double.isInfinite(halfLifeDays)) {
            throw new IllegalArgumentException(
                    "The half-life in days is " + halfLifeDays + ", but must be a number above 0.");
        }
        if (!(viewWeight >= 0 && viewWeight <= 1)) {
            throw new IllegalArgumentException("The weight of a view is " + viewWeight + ", but must be 0 to 1.");
        }
    }
}
