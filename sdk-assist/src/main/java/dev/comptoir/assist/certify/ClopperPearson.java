package dev.comptoir.assist.certify;

/** Exact upper bounds on a share of errors. Pure functions, in microseconds. */
public final class ClopperPearson {
    /*
     * Clopper & Pearson, Biometrika 26 (1934): the largest rate u at which e errors or fewer among n are still as probable as
     * the risk,
     *
     *   P(Binomial(n, u) <= e) = risk,   so u = BetaInv(1 - risk; e + 1, n - e).
     *
     * It never promises more than it holds, for any n and any true rate; approximations do.
     */
    private ClopperPearson() {}

    /**
     * The rate that is exceeded only with probability {@code risk}.
     *
     * @param errors how many of the replies were wrong, 0..n
     * @param n how many replies; 0 bounds nothing: 1
     * @param risk between 0 and 1, both exclusive
     */
    public static double upper(int errors, int n, double risk) {
        if (n < 0 || errors < 0 || errors > n) {
            throw new IllegalArgumentException(errors + " errors among " + n + " replies cannot be.");
        }
        Target.checkOpen("risk", risk);
        if (errors == n) {
            return 1;
        }
        if (errors == 0) {
            return -Math.expm1(Math.log(risk) / n);
        }
        double low = 0;
        double high = 1;
        double middle = (double) errors / n;
        // The tail falls as the rate grows. Halving ends where two neighbouring numbers are reached.
        while (low < middle && middle < high) {
            if (IncompleteBeta.regularized(n - errors, errors + 1.0, 1 - middle) > risk) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
        }
        return high;
    }

    /** Whether the bound is at most a rate between 0 and 1; cheaper than the bound. */
    static boolean isWithin(double rate, int errors, int n, double risk) {
        return errors < n && IncompleteBeta.regularized(n - errors, errors + 1.0, 1 - rate) <= risk;
    }

    /**
     * How many replies, all right, are needed at the least.
     *
     * @param rate the error rate to be certified, between 0 and 1, both exclusive
     */
    public static int leastReplies(double rate, double risk) {
        Target.checkOpen("rate", rate);
        Target.checkOpen("risk", risk);
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(Math.log(risk) / Math.log1p(-rate)));
    }
}
