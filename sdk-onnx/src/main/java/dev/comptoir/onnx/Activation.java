package dev.comptoir.onnx;

/** How a classifier's numbers become probabilities. */
enum Activation {
    /** One label is right: the probabilities add up to 1. */
    SOFTMAX,
    /** Each label is right or not by itself. */
    SIGMOID
}
