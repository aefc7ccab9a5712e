package dev.comptoir.value.churn;

/**
 * What churn means: no purchase within so many days. A probability of churn without its horizon says nothing, so every risk
 * carries this. Immutable.
 *
 * @param horizonDays from 1 to {@link #MAX_DAYS}, counted from the day after the one the risk is told on
 */
public record ChurnDefinition(int horizonDays) {
    /** The longest horizon: three years. */
    public static final int MAX_DAYS = 1_096;

    public ChurnDefinition {
        if (horizonDays < 1 || horizonDays > MAX_DAYS) {
            throw new IllegalArgumentException(
                    "horizonDays is " + horizonDays + ", but must be from 1 to " + MAX_DAYS + ".");
        }
    }

    /** No purchase within so many days. */
    public static ChurnDefinition noPurchaseWithin(int days) {
        return new ChurnDefinition(days);
    }

    @Override
    public String toString() {
        return "no purchase within " + horizonDays + " days";
    }
}
