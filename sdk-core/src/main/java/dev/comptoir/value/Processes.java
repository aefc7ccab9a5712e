package dev.comptoir.value;

/** From the public models to their mathematics. */
final class Processes {
    private Processes() {}

    static PurchaseProcess of(PurchaseModel model) {
        if (model instanceof ParetoNbd m) {
            return new ParetoGamma(m.r(), m.alpha(), m.s(), m.beta());
        } else if (model instanceof BgNbd m) {
            return new BetaGeometric(false, 1, m.r(), m.alpha(), m.a(), m.b());
        } else if (model instanceof MbgNbd m) {
            return new BetaGeometric(true, 1, m.r(), m.alpha(), m.a(), m.b());
        } else if (model instanceof BgCnbdK m) {
            return new BetaGeometric(false, m.k(), m.r(), m.alpha(), m.a(), m.b());
        } else if (model instanceof MbgCnbdK m) {
            return new BetaGeometric(true, m.k(), m.r(), m.alpha(), m.a(), m.b());
        }
        throw new AssertionError(model.kind());
    }

    static PurchaseProcess checked(PurchaseModel model, PurchaseHistory history) {
        PurchaseProcess process = of(model);
        if (!history.intervalsKnown() && process instanceof BetaGeometric beta && beta.k() > 1) {
            throw new IllegalArgumentException(
                    "The likelihood of " + model.kind().title()
                            + " needs the intervals between purchases. Maybe make the history from days, with PurchaseDays?");
        }
        return process;
    }

    /** Rounding at extreme parameters can leave a little more than 1 in all. */
    static double[] normalized(double[] distribution) {
        double sum = 0;
        for (double probability : distribution) {
            sum += probability;
        }
        if (sum > 1) {
            for (int i = 0; i < distribution.length; i++) {
                distribution[i] /= sum;
            }
        }
        return distribution;
    }

    static void checkHorizon(double horizon) {
        if (!(horizon >= 0 && horizon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The horizon is " + horizon + "; it must be finite and not negative.");
        }
    }
}
