package dev.comptoir.segment;

import java.util.List;

/** What keeps a rule small enough to be walked by recursion, whoever wrote it. */
final class RuleBounds {
    private RuleBounds() {}

    /** Each branch kept the bounds when it was made: so this walk is bounded too. */
    static List<Rule> branches(String what, List<? extends Rule> rules) {
        List<Rule> branches = List.copyOf(rules);
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("A rule \"" + what + "\" is empty; at least one rule is needed.");
        }
        int depth = 0;
        int comparisons = 0;
        for (Rule branch : branches) {
            depth = Math.max(depth, depth(branch));
            comparisons += comparisons(branch);
            if (comparisons > Rule.MAX_COMPARISONS) {
                throw new IllegalArgumentException(
                        "A rule has more than " + Rule.MAX_COMPARISONS + " comparisons (Rule.MAX_COMPARISONS).");
            }
        }
        if (depth + 1 > Rule.MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "A rule is " + (depth + 1) + " deep; " + Rule.MAX_DEPTH + " are allowed (Rule.MAX_DEPTH).");
        }
        return branches;
    }

    static int comparisons(Rule rule) {
        if (rule instanceof Comparison) {
            return 1;
        }
        int sum = 0;
        for (Rule branch : branchesOf(rule)) {
            sum += comparisons(branch);
        }
        return sum;
    }

    static int values(Rule rule) {
        if (rule instanceof Comparison comparison) {
            return comparison.operands().size();
        }
        int sum = 0;
        for (Rule branch : branchesOf(rule)) {
            sum += values(branch);
        }
        return sum;
    }

    private static int depth(Rule rule) {
        if (rule instanceof Comparison) {
            return 1;
        }
        int deepest = 0;
        for (Rule branch : branchesOf(rule)) {
            deepest = Math.max(deepest, depth(branch));
        }
        return deepest + 1;
    }

    static List<Rule> branchesOf(Rule rule) {
        if (rule instanceof Rule.All all) {
            return all.rules();
        }
        if (rule instanceof Rule.Any any) {
            return any.rules();
        }
        return rule instanceof Rule.Not not ? List.of(not.rule()) : List.of();
    }
}
