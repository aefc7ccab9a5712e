package dev.comptoir.onnx.tokenize;

/**
 * A token that is found in the text as it stands, before words are cut.
 *
 * @param content the text of the token
 * @param id its id
 * @param singleWord whether it is found only between non-word characters
 * @param stripLeft whether it swallows the white space before it
 * @param stripRight whether it swallows the white space after it
 * @param normalized whether it is looked for in the normalised text
 */
record AddedToken(
        String content, int id, boolean singleWord, boolean stripLeft, boolean stripRight, boolean normalized) {}
