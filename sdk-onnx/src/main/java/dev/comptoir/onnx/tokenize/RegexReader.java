package dev.comptoir.onnx.tokenize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the part of regular expressions that tokenizers use. One pattern each; not thread-safe. */
final class RegexReader {
    private static final int MOST_COPIES = 16;
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    /** A part of the pattern, to be put before what follows it. */
    private record Part(UnaryOperator<Regex.Node> before, boolean mayBeEmpty) {}

    private record Times(int min, int max) {}

    private final RegexSource pattern;
    private final RegexSets sets;
    private boolean ignoreCase;

    RegexReader(String pattern) {
        this.pattern = new RegexSource(pattern);
        this.sets = new RegexSets(this.pattern);
    }

    Regex.Node read() {
        Part all = choice(0);
        if (!pattern.atEnd()) {
            throw pattern.unsupported("a closing bracket too many");
        }
        if (all.mayBeEmpty()) {
            throw pattern.unsupported("a match of the empty text");
        }
        return all.before().apply(Regex.end());
    }

    private Part choice(int depth) {
        if (depth > MOST_COPIES) {
            throw pattern.unsupported("groups nested more than " + MOST_COPIES + " deep");
        }
        List<Part> branches = new ArrayList<>();
        do {
            branches.add(sequence(depth));
        } while (pattern.take('|'));
        if (branches.size() == 1) {
            return branches.get(0);
        }
        return new Part(
                next -> Regex.choice(branches.stream()
                        .map(branch -> branch.before().apply(next))
                        .toList()),
                branches.stream().anyMatch(Part::mayBeEmpty));
    }

    private Part sequence(int depth) {
        List<Part> parts = new ArrayList<>();
        while (!pattern.atEnd() && pattern.peek() != '|' && pattern.peek() != ')') {
            parts.add(pattern.take('(') ? group(depth + 1) : repeated(sets.next(ignoreCase)));
        }
        return new Part(next -> fold(parts, next), parts.stream().allMatch(Part::mayBeEmpty));
    }

    private static Regex.Node fold(List<Part> parts, Regex.Node next) {
        Regex.Node node = next;
        for (int i = parts.size() - 1; i >= 0; i--) {
            node = parts.get(i).before().apply(node);
        }
        return node;
    }

    private Part group(int depth) {
        boolean before = ignoreCase;
        boolean ahead = pattern.take("?=");
        boolean notAhead = !ahead && pattern.take("?!");
        if (!ahead && !notAhead) {
            if (pattern.take("?i:")) {
                ignoreCase = true;
            } else if (!pattern.take("?:") && !pattern.atEnd() && pattern.peek() == '?') {
                throw pattern.unsupported("this kind of group");
            }
        }
        Part inner = choice(depth);
        if (!pattern.take(')')) {
            throw pattern.unsupported("a group that is not closed");
        }
        ignoreCase = before;
        if (ahead || notAhead) {
            Regex.Node what = inner.before().apply(Regex.end());
            return new Part(next -> Regex.lookAhead(what, notAhead, next), true);
        }
        return copied(inner);
    }

    private Part copied(Part group) {
        Times times = times();
        if (times == null) {
            return group;
        }
        if (times.max() > MOST_COPIES) {
            throw pattern.unsupported("a group repeated more than " + MOST_COPIES + " times");
        }
        refuseSuffix('+');
        return new Part(
                next -> {
                    Regex.Node node = next;
                    for (int i = times.max(); i > 0; i--) {
                        Regex.Node once = group.before().apply(node);
                        node = i > times.min() ? Regex.choice(List.of(once, next)) : once;
                    }
                    return node;
                },
                group.mayBeEmpty() || times.min() == 0);
    }

    private Part repeated(IntPredicate set) {
        Times times = times();
        if (times == null) {
            return new Part(next -> Regex.one(set, next), false);
        }
        boolean possessive = pattern.take('+');
        return new Part(next -> Regex.repeat(set, times.min(), times.max(), possessive, next), times.min() == 0);
    }

    private @Nullable Times times() {
        Times times;
        if (pattern.take('?')) {
            times = new Times(0, 1);
        } else if (pattern.take('*')) {
            times = new Times(0, UNBOUNDED);
        } else if (pattern.take('+')) {
            times = new Times(1, UNBOUNDED);
        } else if (pattern.take('{')) {
            int min = pattern.number();
            int max = !pattern.take(',') ? min : pattern.take('}') ? UNBOUNDED : pattern.number();
            if ((max != UNBOUNDED && !pattern.take('}')) || max < min) {
                throw pattern.unsupported("these bounds of a repetition");
            }
            return bounded(min, max);
        } else {
            return null;
        }
        refuseSuffix('?');
        return times;
    }

    private Times bounded(int min, int max) {
        // After bounds a plus is no possessive mark but a second repetition.
        refuseSuffix('?');
        refuseSuffix('+');
        return new Times(min, max);
    }

    private void refuseSuffix(char suffix) {
        if (!pattern.atEnd() && pattern.peek() == suffix) {
            throw pattern.unsupported("the mark " + suffix + " after a repetition");
        }
    }
}
