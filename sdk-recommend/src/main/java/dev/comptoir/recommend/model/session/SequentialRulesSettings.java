package dev.comptoir.recommend.model.session;

/**
 * The hyper-parameters of sequential rules. Immutable.
 *
 * @param window how many steps may lie between an item and the one that follows it, at least 1; 3 to 25 are usual
 * @param decay how a pair counts less, the more steps lie between
 * @param rulesPerItem only so many strongest rules are kept for each item, at least 1
 * @param popularityDamping 0 to 1: a rule is divided by this power of the number of steps with the item it leads to; 0: not at all
 * @param lastSteps how many of the last steps of the current session speak, at least 1
 * @param lastStepsDecay how they count less, the longer ago
 * @param sameStep whether items of one step lead to each other, as if each followed the other at once; without it, receipts of a
 *     single basket give no rules
 */
public record SequentialRulesSettings(
        int window,
        Decay decay,
        int rulesPerItem,
        double popularityDamping,
        int lastSteps,
        Decay lastStepsDecay,
        boolean sameStep) {
    public SequentialRulesSettings {
        atLeastOne("window", window);
        atLeastOne("number of rules per item", rulesPerItem);
        atLeastOne("number of last steps", lastSteps);
        if (!(popularityDamping >= 0 && popularityDamping <= 1)) {
            throw new IllegalArgumentException(
                    "The popularity damping is " + popularityDamping + ", but must be 0 to 1.");
        }
    }

    /** As tuned for the clicks of RSC15: window of 8 steps, a pair counts as one over its distance, the last step speaks. */
    public static SequentialRulesSettings rsc15() {
        return new SequentialRulesSettings(8, Decay.of(Decay.Shape.DIV), 20, 0, 1, Decay.of(Decay.Shape.DIV), true);
    }

    /** For clicks and receipts of a small shop, chosen as {@link SessionNeighboursSettings#smallShop}. */
    public static SequentialRulesSettings smallShop() {
        Decay quadratic = Decay.of(Decay.Shape.QUADRATIC);
        return new SequentialRulesSettings(15, quadratic, 100, 0.1, 5, quadratic, true);
    }

    /** The same with other {@link #lastSteps}. */
    public SequentialRulesSettings withLastSteps(int changed) {
        return new SequentialRulesSettings(
                window, decay, rulesPerItem, popularityDamping, changed, lastStepsDecay, sameStep);
    }

    /** The same with other {@link #rulesPerItem}. */
    public SequentialRulesSettings withRulesPerItem(int changed) {
        return new SequentialRulesSettings(
                window, decay, changed, popularityDamping, lastSteps, lastStepsDecay, sameStep);
    }

    /** The same with another {@link #popularityDamping}. */
    public SequentialRulesSettings withPopularityDamping(double changed) {
        return new SequentialRulesSettings(window, decay, rulesPerItem, changed, lastSteps, lastStepsDecay, sameStep);
    }

    private static void atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The " + what + " is " + value + ", but must be at least 1.");
        }
    }
}
