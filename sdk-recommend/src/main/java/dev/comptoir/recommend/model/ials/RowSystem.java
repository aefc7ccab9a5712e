package dev.comptoir.recommend.model.ials;

/** The normal equations of one row, whose interactions are in a {@link Panel}. Not thread-safe. */
sealed interface RowSystem permits ExactSystem, GradientSystem {
    /**
     * Writes the row's vector.
     *
     * @param vector the old one, maybe a good guess; overwritten
     */
    void solve(float penalty, float[] vector);
}
