package dev.comptoir.recommend.model.basket;

/** Who counts as a neighbour of a vector, and how much. */
interface Neighbours {
    /**
     * Chooses rows.
     *
     * @param self the row to leave out; {@link OwnRows#NONE} where there is none
     * @param numbers receives the rows, ascending; as long as there are rows
     * @param factors receives what each row's baskets are multiplied with, by row; zeroed, as long as there are rows
     * @return how many there are
     */
    int choose(SparseVector vector, int self, int[] numbers, float[] factors);
}
