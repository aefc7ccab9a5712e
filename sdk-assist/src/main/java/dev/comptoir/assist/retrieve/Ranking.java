package dev.comptoir.assist.retrieve;

/** What entries are ranked by. */
public enum Ranking {
    /** BM25F alone. */
    LEXICAL,
    /** Embeddings alone. */
    DENSE,
    /** Both, as z-scores; BM25F alone without an embedding model. */
    FUSED
}
