package dev.comptoir.recommend.model.session;

/** How alike an earlier session is to the current one, from the weights of the current items that it shares. */
public enum Similarity {
    /** Sum of shared weights over the lengths of both as vectors: long sessions count less. */
    COSINE,
    /** Sum of shared weights over the number of current items. */
    VEC,
    /** Sum of shared weights. */
    DOT
}
