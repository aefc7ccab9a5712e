package dev.comptoir.value.internal;

/** Gauss and Legendre's rule, repeated over panels of equal width. Immutable. */
public final class Quadrature {
    private final double[] nodes;
    private final double[] weights;

    /** A rule of so many nodes in each of so many panels of [0, 1]. */
    public Quadrature(int nodesPerPanel, int panels) {
        nodes = new double[nodesPerPanel * panels];
        weights = new double[nodes.length];
        for (int i = 0; i < nodesPerPanel; i++) {
            // The usual start for the i-th root of the Legendre polynomial; Newton's steps settle it.
            double x = Math.cos(Math.PI * (i + 0.75) / (nodesPerPanel + 0.5));
            double slope = 1;
            for (int step = 0; step < 50; step++) {
                double before = 1;
                double value = x;
                for (int n = 2; n <= nodesPerPanel; n++) {
                    double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
                    before = value;
                    value = next;
                }
                slope = nodesPerPanel * (x * value - before) / (x * x - 1);
                double change = value / slope;
                x -= change;
                if (Math.abs(change) < 1e-15) {
                    break;
                }
            }
            for (int panel = 0; panel < panels; panel++) {
                int at = panel * nodesPerPanel + i;
                nodes[at] = (panel + (1 - x) / 2) / panels;
                weights[at] = 1 / ((1 - x * x) * slope * slope) / panels;
            }
        }
    }

    public int size() {
        return nodes.length;
    }

    /** Above 0 and below 1. */
    public double node(int i) {
        return nodes[i];
    }

    /** All weights add up to 1. */
    public double weight(int i) {
        return weights[i];
    }
}
