package dev.comptoir.value.internal;

/** A function of several numbers that is made as large as possible. */
@FunctionalInterface
public interface Objective {
    /** Its value; what is not finite is taken for a very bad one. */
    double at(double[] point);
}
