package dev.comptoir.recommend.model.ials;

/** Improves the vectors of both sides. */
sealed interface Solver permits RowSolver, BlockSolver {
    /** One pass over the items, then one over the users. */
    void epoch();
}
