package dev.comptoir.assist.intent;

import java.util.ArrayDeque;
import java.util.Iterator;

/** Minimises a smooth function. */
final class Lbfgs {
    /*
     * Nocedal, "Updating quasi-Newton matrices with limited storage", Mathematics of Computation 1980: the two-loop recursion
     * over the last MEMORY steps. The line search only backtracks (Armijo); a step that would break the curvature condition is
     * left out of the memory instead. Enough for convex functions, and one evaluation a step nearly always.
     */
    private static final int MEMORY = 6;
    private static final double ARMIJO = 1e-4;
    private static final int HALVINGS = 30;

    private Lbfgs() {}

    /** A function with its gradient. */
    interface Objective {
        double at(double[] point, double[] gradient);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared; read only here.
    private record Step(double[] move, double[] change, double product) {}

    /** Moves the point to the minimum, until a step gains less than the tolerance relative to the value. */
    static void minimise(Objective objective, double[] point, int iterations, double tolerance) {
        int n = point.length;
        double[] gradient = new double[n];
        double value = objective.at(point, gradient);
        ArrayDeque<Step> steps = new ArrayDeque<>();
        for (int iteration = 0; iteration < iterations; iteration++) {
            double[] direction = direction(gradient, steps);
            double slope = dot(gradient, direction);
            if (!(slope < 0)) {
                return;
            }
            double[] next = new double[n];
            double[] nextGradient = new double[n];
            double nextValue = Double.NaN;
            double length = 1;
            boolean found = false;
            for (int halving = 0; halving < HALVINGS && !found; halving++, length /= 2) {
                for (int i = 0; i < n; i++) {
                    next[i] = point[i] + length * direction[i];
                }
                nextValue = objective.at(next, nextGradient);
                found = nextValue <= value + ARMIJO * length * slope;
            }
            if (!found) {
                return;
            }
            remember(steps, point, next, gradient, nextGradient);
            double gain = value - nextValue;
            System.arraycopy(next, 0, point, 0, n);
            gradient = nextGradient;
            value = nextValue;
            if (gain <= tolerance * Math.max(1, Math.abs(value))) {
                return;
            }
        }
    }

    private static double[] direction(double[] gradient, ArrayDeque<Step> steps) {
        int n = gradient.length;
        double[] q = gradient.clone();
        double[] factors = new double[steps.size()];
        int s = steps.size();
        for (Iterator<Step> newest = steps.descendingIterator(); newest.hasNext(); ) {
            Step step = newest.next();
            double factor = dot(step.move(), q) / step.product();
            factors[--s] = factor;
            add(q, step.change(), -factor);
        }
        double scale = steps.isEmpty()
                ? 1 / Math.max(1e-300, Math.sqrt(dot(gradient, gradient)))
                : steps.getLast().product()
                        / dot(steps.getLast().change(), steps.getLast().change());
        for (int i = 0; i < n; i++) {
            q[i] *= scale;
        }
        for (Step step : steps) {
            double factor = dot(step.change(), q) / step.product();
            add(q, step.move(), factors[s++] - factor);
        }
        for (int i = 0; i < n; i++) {
            q[i] = -q[i];
        }
        return q;
    }

    private static void remember(
            ArrayDeque<Step> steps, double[] point, double[] next, double[] gradient, double[] nextGradient) {
        double[] move = new double[point.length];
        double[] change = new double[point.length];
        for (int i = 0; i < move.length; i++) {
            move[i] = next[i] - point[i];
            change[i] = nextGradient[i] - gradient[i];
        }
        double product = dot(move, change);
        if (product > 1e-12 * Math.sqrt(dot(move, move) * dot(change, change))) {
            if (steps.size() == MEMORY) {
                steps.removeFirst();
            }
            steps.addLast(new Step(move, change, product));
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }
}
