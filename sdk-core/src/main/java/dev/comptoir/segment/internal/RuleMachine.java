package dev.comptoir.segment.internal;

import dev.comptoir.segment.Rule;

/** Runs the rules of a network, for 64 customers at once or for one. Holds scratch memory: not thread-safe. */
final class RuleMachine {
    private final Network network;
    private final ColumnStore store;
    private final long[] truth;
    // A rule over one predicate may become two, one level deeper.
    private final long[] stack = new long[2 * Rule.MAX_DEPTH + 4];

    RuleMachine(Network network, ColumnStore store) {
        this.network = network;
        this.store = store;
        this.truth = new long[network.predicates()];
    }

    /** Answers all predicates for the customers from {@code from} on; {@link #word} then answers rules. */
    void load(int from) {
        for (PredicateGroup group : network.groups) {
            group.answer(store, from, truth);
        }
    }

    long word(int rule) {
        int top = -1;
        for (int step : network.code[rule]) {
            switch (step) {
                case Network.AND -> {
                    top--;
                    stack[top] &= stack[top + 1];
                }
                case Network.OR -> {
                    top--;
                    stack[top] |= stack[top + 1];
                }
                case Network.NOT -> stack[top] = ~stack[top];
                default -> stack[++top] = truth[step];
            }
        }
        return stack[0];
    }

    boolean holds(int rule, int customer) {
        int top = -1;
        for (int step : network.code[rule]) {
            switch (step) {
                case Network.AND -> {
                    top--;
                    stack[top] &= stack[top + 1];
                }
                case Network.OR -> {
                    top--;
                    stack[top] |= stack[top + 1];
                }
                case Network.NOT -> stack[top] = ~stack[top];
                default -> stack[++top] = network.groupOf[step].test(step, store, customer) ? -1L : 0L;
            }
        }
        return stack[0] != 0;
    }
}
