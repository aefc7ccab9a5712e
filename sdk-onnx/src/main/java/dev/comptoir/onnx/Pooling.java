package dev.comptoir.onnx;

/** How one vector is made of a model's values for each token; the model's card names the one it was trained with. */
public enum Pooling {
    /** The mean over all tokens: MiniLM, E5. */
    MEAN,
    /** The first token's values: BGE. */
    CLS,
    /** The last token's values: models made of a language model. */
    LAST
}
