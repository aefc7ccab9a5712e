package dev.comptoir.assist.certify;

import java.util.OptionalInt;

/**
 * Why there is no certificate. Immutable.
 *
 * @param scope which replies lack one
 * @param reviewed how many of them were reviewed
 * @param least how many are needed even if all are right
 * @param more how many more are to be reviewed if they go as those before; empty where no score tells right from wrong well
 *     enough, so that more of the same would not help
 */
public record Shortfall(Scope scope, int reviewed, int least, OptionalInt more) {}
