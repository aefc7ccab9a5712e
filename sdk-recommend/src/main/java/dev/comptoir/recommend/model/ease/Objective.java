package dev.comptoir.recommend.model.ease;

/**
 * What training minimises.
 *
 * @param regularization above 0; 10 to 10,000 are usual, larger for sparser data
 * @param dropout share of a history that EDLAE hides in training, 0 to below 1; 0 is EASE
 * @param contentWeight what one row of features counts beside one user, 0 and more; .01 to 100 are usual
 */
public record Objective(double regularization, double dropout, double contentWeight) {
    public Objective {
        if (!(regularization > 0) || Double.isInfinite(regularization)) {
            throw new IllegalArgumentException(
                    "The regularization is " + regularization + ", but must be a number above 0.");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("The dropout is " + dropout + ", but must lie from 0 to below 1.");
        }
        if (!(contentWeight >= 0) || Double.isInfinite(contentWeight)) {
            throw new IllegalArgumentException(
                    "The content weight is " + contentWeight + ", but must be a number from 0.");
        }
    }

    /** What each row of ones adds to the diagonal beside itself: p / (1 - p). */
    public double diagonalPerRow() {
        return dropout / (1 - dropout);
    }

    /** What stands on the diagonal beside X'X for an item in so many rows. */
    public double diagonal(int count) {
        return regularization + diagonalPerRow() * count;
    }
}
