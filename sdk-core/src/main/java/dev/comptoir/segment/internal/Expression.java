package dev.comptoir.segment.internal;

import java.util.List;

/** A rule over predicates: what {@link RuleCompiler} makes before predicates have numbers. */
sealed interface Expression {
    record Leaf(Predicate predicate) implements Expression {}

    record Not(Expression inner) implements Expression {}

    record Join(boolean all, List<Expression> branches) implements Expression {}

    static Expression not(Predicate predicate) {
        return new Not(new Leaf(predicate));
    }

    static Expression both(Predicate one, Expression other) {
        return new Join(true, List.of(new Leaf(one), other));
    }
}
