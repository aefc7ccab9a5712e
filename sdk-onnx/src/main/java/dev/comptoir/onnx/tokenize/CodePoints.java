package dev.comptoir.onnx.tokenize;

/** Takes a text code point by code point, so that no more of it is worked on than needed. */
@FunctionalInterface
interface CodePoints {
    /** Takes the next code point; {@code false} when no more are wanted. */
    boolean accept(int codePoint);
}
