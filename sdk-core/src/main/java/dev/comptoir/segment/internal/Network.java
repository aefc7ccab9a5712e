package dev.comptoir.segment.internal;

import dev.comptoir.segment.Segment;
import dev.comptoir.segment.SegmentSet;
import dev.comptoir.segment.internal.Predicate.Contains;
import dev.comptoir.segment.internal.Predicate.Member;
import dev.comptoir.segment.internal.Predicate.Present;
import dev.comptoir.segment.internal.Predicate.Threshold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * All rules of a set over the predicates that they share. Immutable.
 *
 * <p>For one customer, a change of a value leads to the few predicates that it turns, and from there to their rules. For many, 64 customers
 * are answered at once, one bit each.
 */
final class Network {
    /*
     * Rules share tests as in the discrimination network of Forgy (Rete, 1982), without its memories of partial matches: rules look at one
     * customer each, so there is nothing to join. Thresholds of one column are answered by one search, as in the content-based
     * publish/subscribe index of Fabret et al. (SIGMOD 2001). Words of 64 answers are bit-sliced evaluation.
     */
    static final int AND = -1;
    static final int OR = -2;
    static final int NOT = -3;

    final RowLayout layout = new RowLayout();
    final PredicateGroup[] groups;
    final PredicateGroup[] groupOf;

    /** For each rule, in postfix order: the number of a predicate, or AND, OR, NOT. */
    final int[][] code;

    final int[][] rulesOf;
    final PredicateGroup[][] ofNumbers;
    final PredicateGroup[][] ofSets;

    /** Rules whose answer may change with the day alone. */
    final int[] dated;

    Network(SegmentSet set) {
        RuleCompiler compiler = new RuleCompiler(layout);
        List<Expression> rules = new ArrayList<>();
        Set<Predicate> predicates = new LinkedHashSet<>();
        for (Segment segment : set.segments()) {
            Expression expression = compiler.compile(segment.rule());
            rules.add(expression);
            collect(expression, predicates);
        }
        Map<Predicate, Integer> numbers = new LinkedHashMap<>();
        groups = grouped(predicates, numbers);
        groupOf = new PredicateGroup[numbers.size()];
        for (PredicateGroup group : groups) {
            Arrays.fill(groupOf, group.first, group.first + group.count, group);
        }
        ofNumbers = byColumn(layout.numbers(), false);
        ofSets = byColumn(layout.sets(), true);
        code = new int[rules.size()][];
        IntList[] users = new IntList[numbers.size()];
        Arrays.setAll(users, i -> new IntList());
        IntList datedRules = new IntList();
        for (int rule = 0; rule < code.length; rule++) {
            Expression expression = rules.get(rule);
            IntList postfix = new IntList();
            emit(expression, numbers, postfix);
            code[rule] = postfix.toArray();
            Set<Predicate> used = new LinkedHashSet<>();
            collect(expression, used);
            boolean aging = false;
            for (Predicate predicate : used) {
                users[number(predicate, numbers)].add(rule);
                aging |= predicate instanceof Threshold threshold && threshold.age();
            }
            if (aging) {
                datedRules.add(rule);
            }
        }
        rulesOf = Arrays.stream(users).map(IntList::toArray).toArray(int[][]::new);
        dated = datedRules.toArray();
    }

    int predicates() {
        return groupOf.length;
    }

    private static void collect(Expression expression, Set<Predicate> predicates) {
        if (expression instanceof Expression.Leaf leaf) {
            predicates.add(leaf.predicate());
        } else if (expression instanceof Expression.Not not) {
            collect(not.inner(), predicates);
        } else {
            ((Expression.Join) expression).branches().forEach(branch -> collect(branch, predicates));
        }
    }

    private static void emit(Expression expression, Map<Predicate, Integer> numbers, IntList code) {
        if (expression instanceof Expression.Leaf leaf) {
            code.add(number(leaf.predicate(), numbers));
        } else if (expression instanceof Expression.Not not) {
            emit(not.inner(), numbers, code);
            code.add(NOT);
        } else {
            Expression.Join join = (Expression.Join) expression;
            for (int i = 0; i < join.branches().size(); i++) {
                emit(join.branches().get(i), numbers, code);
                if (i > 0) {
                    code.add(join.all() ? AND : OR);
                }
            }
        }
    }

    private static int number(Predicate predicate, Map<Predicate, Integer> numbers) {
        return Objects.requireNonNull(numbers.get(predicate));
    }

    /** Numbers the predicates so that those answered together follow each other, and limits ascend. */
    private PredicateGroup[] grouped(Set<Predicate> predicates, Map<Predicate, Integer> numbers) {
        Map<String, List<Predicate>> kinds = new TreeMap<>();
        for (Predicate predicate : predicates) {
            kinds.computeIfAbsent(kind(predicate), key -> new ArrayList<>()).add(predicate);
        }
        List<PredicateGroup> made = new ArrayList<>();
        for (List<Predicate> alike : kinds.values()) {
            if (alike.get(0) instanceof Threshold) {
                alike.sort((a, b) -> Double.compare(((Threshold) a).limit(), ((Threshold) b).limit()));
            }
            int first = numbers.size();
            alike.forEach(predicate -> numbers.put(predicate, numbers.size()));
            made.add(group(alike, first));
        }
        return made.toArray(PredicateGroup[]::new);
    }

    private static String kind(Predicate predicate) {
        String kind = predicate.getClass().getSimpleName() + " " + predicate.column();
        if (predicate instanceof Threshold threshold) {
            return kind + " " + threshold.atLeast() + " " + threshold.age();
        }
        return predicate instanceof Present present ? kind + " " + present.ofSets() : kind;
    }

    private static PredicateGroup group(List<Predicate> alike, int first) {
        Predicate one = alike.get(0);
        int column = one.column();
        if (one instanceof Threshold threshold) {
            double[] limits = alike.stream()
                    .mapToDouble(each -> ((Threshold) each).limit())
                    .toArray();
            return new ThresholdGroup(column, threshold.atLeast(), threshold.age(), first, limits);
        }
        if (one instanceof Member) {
            double[][] values = alike.stream()
                    .map(each -> ((Member) each)
                            .values().stream().mapToDouble(Double::doubleValue).toArray())
                    .toArray(double[][]::new);
            return new MemberGroup(column, first, values);
        }
        if (one instanceof Present present) {
            return new PresentGroup(column, present.ofSets(), first);
        }
        int[][] wanted = new int[alike.size()][];
        boolean[] all = new boolean[alike.size()];
        int elements = 0;
        for (int i = 0; i < wanted.length; i++) {
            Contains contains = (Contains) alike.get(i);
            wanted[i] = contains.elements().stream().mapToInt(Integer::intValue).toArray();
            all[i] = contains.all();
            elements = Math.max(elements, wanted[i][wanted[i].length - 1] + 1);
        }
        return new ContainsGroup(column, first, wanted, all, elements);
    }

    private PredicateGroup[][] byColumn(int columns, boolean sets) {
        PredicateGroup[][] byColumn = new PredicateGroup[columns][];
        for (int i = 0; i < columns; i++) {
            int column = i;
            byColumn[i] = Arrays.stream(groups)
                    .filter(group -> group.ofSets() == sets && group.column == column)
                    .toArray(PredicateGroup[]::new);
        }
        return byColumn;
    }
}
